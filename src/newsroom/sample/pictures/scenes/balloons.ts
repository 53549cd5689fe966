import {
  area,
  between,
  d,
  disc,
  el,
  orb,
  pick,
  rect,
  ridge,
  sky,
  stroke,
  times,
  type Brush,
  type Scene,
} from "../brush.ts";

/** Hot-air balloons over hills. */
export const balloons: Scene = (brush) => {
  const { palette, chance } = brush;
  const [far, mid, near] = palette.tones;
  const behind = sky(brush, 0.9) + orb(brush, 160, 560, 70) + ridge(chance, 610, 50, far);
  return (
    behind + times(8, (index) => balloon(brush, index)) + ridge(chance, 680, 46, mid) + ridge(chance, 745, 30, near)
  );
};

function balloon({ palette, chance }: Brush, index: number): string {
  const [x, y, r] = [90 + index * 148 + between(chance, -40, 40), between(chance, 120, 430), between(chance, 36, 84)];
  const colour = pick([...palette.accents, palette.tones[2], palette.light], index);
  const ropes = d`M${x - r * 0.18} ${y + r * 1.35} v${r * 0.3} M${x + r * 0.18} ${y + r * 1.35} v${r * 0.3}`;
  const skirt = d`M${x - r * 0.72} ${y + r * 0.68} h${r * 1.44} L${x + r * 0.2} ${y + r * 1.4} h${r * -0.4}Z`;
  const stripe = el("ellipse", { cx: x, cy: y, rx: r * 0.42, ry: r, fill: palette.light, opacity: 0.45 });
  const basket = rect(x - r * 0.15, y + r * 1.62, r * 0.3, r * 0.24, palette.tones[3]);
  return stroke(ropes, palette.tones[3], 2) + area(skirt, colour) + disc(x, y, r, colour) + stripe + basket;
}
