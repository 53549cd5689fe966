import {
  area,
  between,
  disc,
  height,
  rect,
  ridgeLine,
  stroke,
  through,
  times,
  width,
  type Brush,
  type Scene,
} from "../brush.ts";

/** A line chart of three series on a dark board. */
export const lineChart: Scene = (brush) => {
  const { palette } = brush;
  const grid = times(7, (index) => rect(90, 110 + index * 95, 1020, 1.5, palette.tones[0], { opacity: 0.3 }));
  const lines = [palette.accents[1], palette.light, palette.accents[0]].map((colour, index) =>
    series(brush, colour, index),
  );
  return rect(0, 0, width, height, palette.tones[3]) + grid + lines.join("") + rect(90, 680, 1020, 3, palette.light);
};

function series({ chance }: Brush, colour: string, index: number): string {
  const rise = between(chance, -60, 260);
  const along = ridgeLine(chance, 500 - index * 70, 46, 60);
  const points = along.map(([x, y]) => [90 + x * 0.85, y - (x / width) * rise] as const);
  const line = through(points);
  const [endX, endY] = points.at(-1) ?? [0, 0];
  const shade = area(`${line} V680 H90Z`, colour, { opacity: 0.1 });
  return shade + stroke(line, colour, 6, { "stroke-linejoin": "round" }) + disc(endX, endY, 12, colour);
}
