import {
  area,
  between,
  d,
  disc,
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

/** Ploughed rows running to the horizon, a farm and a lone tree. */
export const fields: Scene = (brush) => {
  const { palette, chance } = brush;
  const far = ridge(chance, 410, 26, palette.tones[0]) + rect(0, 424, width, 400, palette.tones[2]);
  return sky(brush, 0.55) + orb(brush, 1010, 150, 46) + far + rows(brush) + barn(brush) + tree(palette.tones[3]);
};

function rows({ palette, chance }: Brush): string {
  const x = between(chance, 420, 780);
  return times(26, (index) => {
    const foot = -1400 + index * 155;
    return area(d`M${x} 420 L${foot} 800 h155Z`, index % 2 === 0 ? palette.tones[1] : palette.tones[2]);
  });
}

const barn = ({ palette }: Brush): string =>
  area("M880 430 V372 L925 338 L970 372 V430Z", palette.accents[1]) + rect(914, 392, 22, 38, palette.tones[3]);

const tree = (ink: string): string =>
  stroke("M262 436 V350", ink, 10) + disc(262, 322, 52, ink) + disc(228, 344, 34, ink) + disc(298, 342, 36, ink);
