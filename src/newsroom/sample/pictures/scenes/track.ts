import { between, d, disc, pick, rect, ridge, sky, stroke, times, width, type Brush, type Scene } from "../brush.ts";

/** Lanes of a track with runners in mid-stride. */
export const track: Scene = (brush) => {
  const { palette, chance } = brush;
  const lanes = times(7, (lane) => d`M-20 ${430 + lane * 62} Q600 ${380 + lane * 70} 1220 ${450 + lane * 76} `);
  const ground = rect(0, 350, width, 60, palette.tones[2]) + rect(0, 400, width, 400, "#b5482f");
  const behind = sky(brush, 0.6) + ridge(chance, 330, 24, palette.tones[1]) + ground;
  return behind + stroke(lanes, "#fbf3ea", 5) + times(5, (index) => runner(brush, index));
};

function runner({ palette, chance }: Brush, index: number): string {
  const [x, y, s] = [180 + index * 205, 425 + index * 56 + between(chance, -12, 12), 0.8 + index * 0.12];
  const legs = d`M${x} ${y} l${-34 * s} ${44 * s} l${-40 * s} ${-6 * s} M${x} ${y} l${38 * s} ${26 * s} l${-8 * s} ${52 * s}`;
  const neck = d`M${x + 16 * s} ${y - 62 * s}`;
  const arms = d`${neck} l${-40 * s} ${24 * s} l${-22 * s} ${-22 * s} ${neck} l${36 * s} ${30 * s} l${26 * s} ${-28 * s}`;
  const limbs = stroke(`${legs} ${arms}`, palette.tones[3], 12 * s);
  const shirt = stroke(d`M${x} ${y} l${18 * s} ${-66 * s}`, pick(palette.accents, index), 27 * s);
  return limbs + shirt + disc(x + 30 * s, y - 100 * s, 17 * s, palette.tones[3]);
}
