import {
  area,
  between,
  d,
  disc,
  orb,
  pick,
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

/** A drowned street: houses in still water with their reflections, and a boat. */
export const flood: Scene = (brush) => {
  const { palette, chance } = brush;
  const behind = sky(brush, 0.6) + orb(brush, 930, 130, 40) + ridge(chance, 440, 30, palette.tones[0]);
  const water = rect(0, 470, width, 340, palette.tones[0]);
  const rain = times(110, () => d`M${between(chance, 0, 1230)} ${between(chance, 0, 780)} l-9 26 `);
  const front =
    streaks(chance, 80, 480, palette.light, 0.35) + boat(brush) + stroke(rain, palette.light, 1.5, { opacity: 0.3 });
  return behind + water + times(7, (index) => house(brush, index)) + front;
};

function house({ palette, chance }: Brush, index: number): string {
  const [x, w, tall] = [index * 176 - 20, between(chance, 130, 165), between(chance, 110, 230)];
  const half = (up: 1 | -1, opacity: number): string => {
    const wall = d`M${x} 470 v${-up * tall} l${w / 2} ${-up * tall * 0.35} l${w / 2} ${up * tall * 0.35} v${up * tall}Z`;
    const top = up > 0 ? 470 - tall * 0.72 : 470 + tall * 0.4;
    const pane = (at: number) =>
      rect(x + w * at, top, w * 0.22, tall * 0.32, palette.accents[0], { opacity: opacity * 0.85 });
    return area(wall, pick(palette.tones, 1 + (index % 2)), { opacity }) + pane(0.18) + pane(0.6);
  };
  return half(1, 1) + half(-1, 0.35);
}

function boat({ palette }: Brush): string {
  const ink = palette.tones[3];
  const rower = (x: number): string => disc(x, 614, 14, ink) + area(d`M${x - 20} 652 l20 -28 l20 28Z`, ink);
  return rower(600) + rower(662) + area("M520 640 q110 60 220 0 l-26 44 h-168Z", palette.accents[1]);
}
