import { area, between, d, rect, ridge, ridgeLine, sky, times, width, type Brush, type Scene } from "../brush.ts";

/** Broken ice: a wall of leaning slabs, and floes in the water before it. */
export const glacier: Scene = (brush) => {
  const { palette, chance } = brush;
  const sea = rect(0, 536, width, 280, palette.tones[2]) + rect(0, 536, width, 22, palette.tones[3], { opacity: 0.35 });
  const floes = times(16, () => floe(brush));
  return sky(brush, 0.6) + ridge(chance, 270, 70, palette.tones[1]) + slabs(brush) + sea + floes;
};

function slabs({ palette, chance }: Brush): string {
  const crest = ridgeLine(chance, 300, 50, 26);
  return times(crest.length - 1, (index) => {
    const [[x, y] = [0, 0], [toX, toY] = [0, 0]] = crest.slice(index, index + 2);
    const tone = index % 3 === 0 ? palette.tones[1] : palette.tones[0];
    return area(d`M${x} ${y} L${toX} ${toY} L${toX - 12} 540 L${x - 8} 540Z`, tone, { opacity: 0.95 });
  });
}

function floe({ palette, chance }: Brush): string {
  const [x, y, w] = [between(chance, 0, 1200), between(chance, 570, 780), between(chance, 40, 170)];
  const h = w * 0.16;
  const top = d`M${x} ${y} l${w * 0.4} ${-h} L${x + w} ${y - h * 0.2} L${x + w * 0.8} ${y + h * 0.6}Z`;
  const side = d`M${x} ${y} L${x + w * 0.8} ${y + h * 0.6} L${x + w * 0.7} ${y + h * 1.4}Z`;
  return area(top, "#f7fcff") + area(side, palette.tones[1]);
}
