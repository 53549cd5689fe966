import { area, between, d, disc, pick, rect, sky, streaks, times, width, type Brush, type Scene } from "../brush.ts";

/** Market stalls under striped awnings. */
export const market: Scene = (brush) => {
  const { palette, chance } = brush;
  const paving = rect(0, 640, width, 170, palette.tones[0]) + streaks(chance, 60, 655, palette.tones[1], 1);
  const houses = times(7, (index) => {
    const [x, top] = [index * 178 - 10, between(chance, 120, 220)];
    return area(
      d`M${x} 640 V${top + 60} L${x + 86} ${top} L${x + 172} ${top + 60} V640Z`,
      pick(palette.tones, index % 2),
    );
  });
  return sky(brush, 0.6) + houses + paving + times(5, (index) => stall(brush, index));
};

function stall(brush: Brush, index: number): string {
  const { tones } = brush.palette;
  const [x, y] = [-30 + index * 250, 330 + (index % 2) * 36];
  const posts = rect(x + 14, y + 60, 6, 330, tones[3]) + rect(x + 220, y + 60, 6, 330, tones[3]);
  const shade = rect(x + 10, y + 70, 220, 150, tones[2], { opacity: 0.5 });
  const counter = rect(x + 2, y + 228, 236, 130, tones[2]);
  return shade + posts + fruit(brush, x, y, index) + counter + awning(brush, x, y, index);
}

const fruit = ({ palette }: Brush, x: number, y: number, index: number): string =>
  times(30, (piece) => {
    const colour = pick([...palette.accents, palette.tones[1]], piece + index);
    return disc(x + 26 + (piece % 10) * 21, y + 226 - Math.floor(piece / 10) * 17, 11, colour);
  });

const awning = ({ palette }: Brush, x: number, y: number, index: number): string =>
  times(8, (band) => {
    const colour = band % 2 === 0 ? palette.light : pick(palette.accents, index);
    return area(d`M${x + 20 + band * 24} ${y} h24 L${x + 28 + band * 30} ${y + 84} h-30Z`, colour);
  });
