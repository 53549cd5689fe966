import {
  area,
  between,
  d,
  orb,
  rect,
  ridge,
  sky,
  streaks,
  stroke,
  times,
  width,
  type Brush,
  type Scene,
} from "../brush.ts";

/** A bridge with two pylons over a wide river, the town behind it. */
export const bridge: Scene = (brush) => {
  const { palette, chance } = brush;
  const town = times(30, (index) => rect(index * 41, between(chance, 400, 505), 36, 140, palette.tones[1]));
  const behind = sky(brush, 0.65) + orb(brush, 610, 330, 66) + ridge(chance, 470, 40, palette.tones[0]) + town;
  const water = rect(0, 535, width, 270, palette.tones[2]) + streaks(chance, 70, 560, palette.sky[2]);
  const deck = rect(0, 512, width, 16, palette.tones[3]) + rect(0, 506, width, 4, palette.light);
  return behind + water + pylon(brush, 320) + pylon(brush, 880) + deck;
};

function pylon({ palette }: Brush, x: number): string {
  const cables = times(9, (index) => d`M${x} 190 L${x - 40 - index * 27} 520 M${x} 190 L${x + 40 + index * 27} 520`);
  const tower = d`M${x - 9} 160 h18 L${x + 17} 690 h-34Z`;
  return stroke(cables, palette.light, 2, { opacity: 0.75 }) + area(tower, palette.accents[1]);
}
