import {
  area,
  between,
  d,
  height,
  orb,
  rect,
  ridge,
  sky,
  stroke,
  times,
  width,
  type Brush,
  type Scene,
} from "../brush.ts";

/** Trunks in the mist, paler the farther they stand. */
export const forest: Scene = (brush) => {
  const { palette, chance } = brush;
  const stands = palette.tones.map((tone, layer) => {
    const mist = layer === 3 ? "" : rect(0, 0, width, height, palette.sky[2], { opacity: 0.22 });
    return times(13 - layer * 2, () => trunk(brush, tone, 1 + layer * 0.9)) + mist;
  });
  return sky(brush) + orb(brush, 640, 330, 70) + stands.join("") + ridge(chance, 770, 14, palette.tones[3]);
};

function trunk({ chance }: Brush, tone: string, near: number): string {
  const [x, w] = [between(chance, 0, 1200), between(chance, 9, 16) * near];
  const [from, out, end] = [between(chance, 60, 400), between(chance, -90, 90), between(chance, -130, 130)];
  const bough = stroke(d`M${x + w / 2} ${from} q${out} -30 ${end} -80`, tone, w * 0.3);
  return area(d`M${x} -5 h${w * 0.8} L${x + w * 1.15} 800 L${x - w * 0.15} 800Z`, tone) + bough;
}
