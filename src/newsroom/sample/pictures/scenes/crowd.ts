import { area, between, d, disc, rect, sky, times, type Brush, type Scene } from "../brush.ts";

/** A crowd with placards, seen from behind. */
export const crowd: Scene = (brush) => {
  const { palette, chance } = brush;
  const fronts = times(9, (index) =>
    rect(index * 140 - 20, between(chance, 190, 300), 128, 420, palette.tones[0], { opacity: 0.45 }),
  );
  const rows = palette.tones.map((tone, row) => times(26 - row * 4, (index) => person(brush, tone, row, index)));
  return sky(brush, 0.9) + fronts + rows.join("");
};

function person(brush: Brush, tone: string, row: number, index: number): string {
  const { chance } = brush;
  const size = 22 + row * 13;
  const [x, y] = [(index + chance() * 0.7) * size * 2.3 - 20, 470 + row * 92 + between(chance, -16, 16)];
  const coat = d`M${x - size * 1.2} 820 V${y + size * 2} Q${x} ${y + size * 0.3} ${x + size * 1.2} ${y + size * 2} V820Z`;
  return (chance() > 0.84 ? placard(brush, tone, x, y, size) : "") + disc(x, y, size * 0.72, tone) + area(coat, tone);
}

function placard({ palette, chance }: Brush, tone: string, x: number, y: number, size: number): string {
  const board = chance() > 0.5 ? palette.light : palette.accents[0];
  return (
    rect(x - 4, y - size * 4.4, 7, size * 4, tone) + rect(x - size * 1.6, y - size * 6.2, size * 3.2, size * 2.1, board)
  );
}
