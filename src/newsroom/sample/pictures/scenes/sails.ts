import {
  area,
  between,
  d,
  orb,
  pick,
  rect,
  ridge,
  sky,
  swell,
  times,
  width,
  type Brush,
  type Scene,
} from "../brush.ts";

/** Sails on choppy water. */
export const sails: Scene = (brush) => {
  const { palette, chance } = brush;
  const sea = ridge(chance, 470, 26, palette.tones[0]) + rect(0, 500, width, 300, palette.tones[1]);
  const waves = times(3, (layer) =>
    swell(590 + layer * 72, 16 + layer * 8, 130 + layer * 60, between(chance, 0, 130), pick(palette.tones, layer)),
  );
  return sky(brush, 0.75) + orb(brush, 940, 160, 48) + sea + times(6, (index) => boat(brush, index)) + waves;
};

function boat({ palette, chance }: Brush, index: number): string {
  const s = between(chance, 0.5, 1.25);
  const [x, y] = [110 + index * 170 + between(chance, -30, 30), 480 + s * 90];
  const main = d`M${x} ${y - 210 * s} V${y - 16 * s} H${x - 96 * s}Z`;
  const jib = d`M${x + 8 * s} ${y - 180 * s} V${y - 16 * s} h${58 * s}Z`;
  const hull = d`M${x - 104 * s} ${y - 8 * s} h${194 * s} l${-28 * s} ${28 * s} h${-140 * s}Z`;
  const cloth = pick([palette.light, ...palette.accents], index);
  return area(main, cloth) + area(jib, "#fbfaf4") + area(hull, palette.tones[3]);
}
