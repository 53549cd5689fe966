import { between, disc, el, height, rect, stroke, times, width, type Brush, type Scene } from "../brush.ts";

/** A river and its streets from above. */
export const riverMap: Scene = (brush) => {
  const { palette } = brush;
  const turned = el("g", { transform: "rotate(-9 600 400) scale(1.12) translate(-70 -50)" }, blocks(brush));
  const marks = [
    disc(520, 470, 12, palette.accents[1]),
    disc(880, 420, 12, palette.accents[1]),
    disc(240, 520, 12, palette.accents[1]),
  ];
  return rect(0, 0, width, height, palette.sky[2]) + turned + river(brush) + marks.join("");
};

const blocks = ({ palette, chance }: Brush): string =>
  times(150, (index) => {
    const [x, y] = [(index % 15) * 82 - 10, Math.floor(index / 15) * 82 - 10];
    const park = chance() > 0.86;
    const [w, h] = [between(chance, 56, 74), between(chance, 52, 74)];
    return rect(x, y, w, h, park ? palette.tones[1] : palette.light, { rx: 5, opacity: park ? 0.95 : 0.75 });
  });

function river({ palette }: Brush): string {
  const course = "M-40 640 C220 560 280 700 460 560 S640 300 800 330 S1000 260 1240 90";
  const banks = stroke(course, palette.sky[2], 118) + stroke(course, palette.tones[2], 92);
  const bridges = stroke("M402 540 L470 660 M716 260 L744 400 M1000 170 L1050 300", palette.tones[3], 9);
  return banks + stroke(course, palette.tones[1], 30, { opacity: 0.5 }) + bridges;
}
