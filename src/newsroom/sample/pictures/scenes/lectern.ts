import { area, d, disc, height, pick, rect, sky, stroke, times, width, type Brush, type Scene } from "../brush.ts";

/** A lectern with microphones before hanging flags. */
export const lectern: Scene = (brush) => {
  const { tones, accents } = brush.palette;
  const hall = sky(brush) + rect(0, 0, width, height, tones[2], { opacity: 0.55 });
  const stand = area("M440 552 H760 L728 604 L708 800 H492 L472 604Z", tones[3]);
  const seal = disc(600, 690, 46, accents[0]) + disc(600, 690, 30, tones[3]);
  const floor = rect(0, 720, width, 90, tones[2]);
  return (
    hall +
    times(7, (index) => flag(brush, index)) +
    floor +
    times(5, (index) => microphone(520 + index * 45, tones[3])) +
    stand +
    seal
  );
};

function flag({ palette }: Brush, index: number): string {
  const x = 110 + index * 164;
  const cloth = d`M${x} 130 c52 40 86 20 104 80 c-20 140 -8 220 -44 350 l-60 -40Z`;
  const band = d`M${x} 260 c52 40 78 40 98 70 l-6 90 c-32 -20 -52 -20 -92 -50Z`;
  const pole = rect(x - 5, 96, 8, 640, palette.light) + disc(x - 1, 92, 11, palette.accents[0]);
  return area(cloth, pick(palette.accents, index)) + area(band, pick(palette.tones, index % 3)) + pole;
}

const microphone = (x: number, ink: string): string =>
  stroke(d`M${600 + (x - 600) * 0.5} 560 Q${x} 540 ${x} 490`, ink, 7) + rect(x - 9, 446, 18, 50, ink, { rx: 9 });
