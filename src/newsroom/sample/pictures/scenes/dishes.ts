import { between, disc, el, height, pick, rect, times, width, type Brush, type Scene } from "../brush.ts";

/** Dishes with growing colonies, from above. */
export const dishes: Scene = (brush) =>
  rect(0, 0, width, height, brush.palette.tones[1]) + times(6, (index) => dish(brush, index));

function dish(brush: Brush, index: number): string {
  const { tones, sky } = brush.palette;
  const [x, y, r] = [190 + (index % 3) * 410 + (index > 2 ? 30 : -30), 215 + Math.floor(index / 3) * 380, 172];
  const shadow = disc(x + 8, y + 12, r, tones[3], { opacity: 0.25 });
  const glass = disc(x, y, r, "#fdfcf6", { opacity: 0.92 }) + disc(x, y, r * 0.9, sky[2]);
  const rim = el("circle", {
    cx: x,
    cy: y,
    r: r * 0.97,
    fill: "none",
    stroke: "#ffffff",
    "stroke-width": 7,
    opacity: 0.8,
  });
  return shadow + glass + colonies(brush, x, y, r * 0.78) + rim;
}

const colonies = ({ palette, chance }: Brush, x: number, y: number, spread: number): string =>
  times(46, () => {
    const [angle, far] = [chance() * 6.3, Math.sqrt(chance()) * spread];
    const colour = pick([...palette.accents, palette.tones[1]], chance() * 3);
    return disc(x + Math.cos(angle) * far, y + Math.sin(angle) * far, between(chance, 4, 22), colour, {
      opacity: 0.75,
    });
  });
