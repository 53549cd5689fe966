import { disc, height, pick, rect, times, width, type Brush, type Scene } from "../brush.ts";

/** Rows of a chamber seen from the gallery: seats in half circles, in the colours of the parties. */
export const chamber: Scene = (brush) => {
  const { palette } = brush;
  const desk = rect(480, 700, 240, 62, palette.tones[1], { rx: 6 }) + rect(560, 656, 80, 50, palette.light, { rx: 4 });
  const hall = rect(0, 0, width, height, palette.tones[3]) + disc(600, 760, 690, palette.tones[2], { opacity: 0.6 });
  return hall + times(9, (row) => seats(brush, 190 + row * 52, 17 + row * 5)) + desk;
};

function seats({ palette, chance }: Brush, r: number, count: number): string {
  const { accents, tones, light } = palette;
  const parties = [accents[1], accents[0], tones[1], light, tones[0]];
  return times(count, (seat) => {
    const share = seat / (count - 1);
    const angle = Math.PI * (1.02 - share * 1.04);
    const [x, y] = [600 + r * Math.cos(angle), 745 - r * Math.sin(angle)];
    return disc(x, y, 13, pick(parties, Math.min(4, share * 5)), { opacity: chance() > 0.12 ? 1 : 0.3 });
  });
}
