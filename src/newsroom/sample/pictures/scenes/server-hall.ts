import { area, between, d, disc, height, rect, times, width, type Brush, type Scene } from "../brush.ts";

/** The aisle of a data hall with blinking lights. */
export const serverHall: Scene = (brush) => {
  const { tones, light } = brush.palette;
  const floor = area("M0 800 H1200 L620 410 H580Z", tones[1], { opacity: 0.8 });
  const aisle = times(6, (index) => cabinet(brush, 1, index) + cabinet(brush, -1, index));
  return rect(0, 0, width, height, tones[2]) + floor + disc(600, 400, 60, light, { opacity: 0.5 }) + aisle;
};

function cabinet(brush: Brush, side: 1 | -1, index: number): string {
  const { tones } = brush.palette;
  const [near, far] = [0.72 ** index, 0.72 ** (index + 1)];
  const [x, toX] = [600 - side * 600 * near, 600 - side * 600 * far];
  const face = d`M${x} ${400 - 400 * near} L${toX} ${400 - 400 * far} V${400 + 400 * far} L${x} ${400 + 400 * near}Z`;
  const lights = times(70, () => lamp(brush, side, near, far));
  return area(face, index % 2 === 0 ? tones[3] : tones[2]) + lights;
}

function lamp({ palette, chance }: Brush, side: 1 | -1, near: number, far: number): string {
  const [across, up] = [between(chance, 0.08, 0.92), between(chance, -0.85, 0.85)];
  const depth = near + (far - near) * across;
  const colour = chance() > 0.75 ? palette.accents[0] : palette.accents[1];
  const opacity = between(chance, 0.4, 1);
  return rect(600 - side * 600 * depth, 400 + 400 * depth * up, 9 * near, 4 * near + 1, colour, { opacity });
}
