import { area, d, orb, rect, ridge, sky, stroke, times, width, type Brush, type Scene } from "../brush.ts";

/** A train crossing a viaduct. */
export const train: Scene = (brush) => {
  const { palette, chance } = brush;
  const ink = palette.tones[3];
  const hills = ridge(chance, 420, 90, palette.tones[0]) + ridge(chance, 560, 60, palette.tones[1]);
  const viaduct = rect(0, 452, width, 20, ink) + times(8, (index) => arch(-20 + index * 160, ink));
  const wire = stroke("M0 346 H1200", ink, 2);
  return sky(brush, 0.7) + orb(brush, 930, 170, 54) + hills + times(4, (index) => coach(brush, index)) + viaduct + wire;
};

function coach({ palette }: Brush, index: number): string {
  const [x, leads] = [150 + index * 232, index === 3];
  const panes = times(6, (pane) => rect(x + 18 + pane * 34, 400, 25, 24, palette.light, { rx: 4 }));
  const body = rect(x, 384, 226, 68, palette.accents[leads ? 1 : 0], { rx: leads ? 26 : 8 });
  return body + rect(x, 436, 226, 7, palette.light) + panes;
}

const arch = (x: number, ink: string): string =>
  area(d`M${x} 800 V470 h160 V800 h-22 V600 a58 58 0 0 0 -116 0 V800Z`, ink);
