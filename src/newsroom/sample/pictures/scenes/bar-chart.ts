import { between, height, rect, times, width, type Brush, type Scene } from "../brush.ts";

/** A bar chart, one bar standing out. */
export const barChart: Scene = (brush) => {
  const { palette, chance } = brush;
  const chosen = 6 + Math.floor(chance() * 4);
  const grid = times(6, (index) => rect(90, 140 + index * 110, 1030, 1.5, palette.tones[2], { opacity: 0.25 }));
  const bars = times(12, (index) => bar(brush, index, index === chosen));
  return rect(0, 0, width, height, palette.sky[2]) + grid + bars + rect(90, 690, 1030, 4, palette.tones[3]);
};

function bar({ palette, chance }: Brush, index: number, chosen: boolean): string {
  const [x, tall] = [110 + index * 84, 130 + index * 22 + between(chance, -50, 90)];
  const whole = rect(x, 690 - tall, 56, tall, chosen ? palette.accents[1] : palette.tones[1], { rx: 4 });
  return whole + rect(x, 690 - tall * 0.42, 56, tall * 0.42, palette.tones[2], { opacity: 0.5 });
}
