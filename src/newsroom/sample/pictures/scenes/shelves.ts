import { between, height, pick, rect, times, width, type Brush, type Scene } from "../brush.ts";

/** Shelves full of books. */
export const shelves: Scene = (brush) =>
  rect(0, 0, width, height, brush.palette.tones[2]) + times(4, (level) => shelf(brush, 190 + level * 196));

function shelf({ palette, chance }: Brush, floor: number): string {
  const colours = [...palette.accents, ...palette.tones, palette.light, palette.sky[1]];
  const books: string[] = [];
  for (let x = 20; x < 1150;) {
    const [w, tall] = [between(chance, 18, 46), between(chance, 110, 166)];
    if (chance() > 0.06) books.push(book(x, floor, w, tall, pick(colours, chance() * colours.length), palette.light));
    x += w + 2;
  }
  return books.join("") + rect(0, floor, width, 20, palette.tones[3]);
}

function book(x: number, floor: number, w: number, tall: number, cover: string, trim: string): string {
  const bands =
    rect(x, floor - tall + 18, w, 5, trim, { opacity: 0.5 }) + rect(x, floor - 30, w, 4, trim, { opacity: 0.35 });
  return rect(x, floor - tall, w, tall, cover, { rx: 2 }) + bands;
}
