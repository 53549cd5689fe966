import { between, height, orb, rect, sky, times, width, type Brush, type Scene } from "../brush.ts";

/** Three rows of towers with lit windows. */
export const skyline: Scene = (brush) => {
  const rows = brush.palette.tones.slice(1).map((tone, layer) => towers(brush, tone, layer));
  return sky(brush, 0.95) + orb(brush, between(brush.chance, 200, 1000), 170, 48) + rows.join("");
};

function towers({ palette, chance }: Brush, tone: string, layer: number): string {
  const drawn: string[] = [];
  for (let x = -30; x < width; x += between(chance, 60, 125)) {
    const [w, top] = [between(chance, 60, 105), between(chance, 250, 520) + layer * 95];
    const mast = chance() > 0.7 ? rect(x + w / 2 - 2, top - 50, 4, 50, tone) : "";
    drawn.push(mast, rect(x, top, w, height - top, tone), windows(chance, x, top, w, palette.accents[0]));
  }
  return drawn.join("");
}

function windows(chance: () => number, x: number, top: number, w: number, lit: string): string {
  const [columns, lines] = [Math.floor((w - 14) / 15), Math.floor((height - top) / 24)];
  return times(columns * lines, (index) => {
    if (chance() < 0.72) return "";
    const [column, line] = [index % columns, Math.floor(index / columns)];
    return rect(x + 9 + column * 15, top + 14 + line * 24, 7, 11, lit, { opacity: between(chance, 0.35, 0.95) });
  });
}
