import {
  area,
  between,
  d,
  disc,
  el,
  height,
  pick,
  rect,
  sky,
  stroke,
  times,
  width,
  type Brush,
  type Scene,
} from "../brush.ts";

/** A ground at night: floodlights, stands, a striped pitch. */
export const stadium: Scene = (brush) => {
  const { palette } = brush;
  const kerb = rect(0, 462, width, 14, palette.tones[3]);
  const ground = rect(0, 476, width, height - 476, "#2f7d42") + times(10, stripe) + markings();
  return (
    sky(brush, 0.8) +
    rect(0, 280, width, 200, palette.tones[2]) +
    stands(brush) +
    kerb +
    ground +
    lamps(brush, 170) +
    lamps(brush, 1030)
  );
};

const stands = ({ palette, chance }: Brush): string =>
  times(900, (index) => {
    const [row, seat] = [Math.floor(index / 90), index % 90];
    const colour = pick([...palette.accents, palette.tones[0], palette.tones[0]], chance() * 4);
    const y = 300 + row * 14 + Math.abs(seat - 45) * 0.5;
    return disc(seat * 13.5 + (row % 2) * 6, y, 4.6, colour, { opacity: between(chance, 0.35, 0.9) });
  });

const stripe = (index: number): string =>
  area(d`M${210 + index * 78} 476 h78 L${index * 160 - 40} 800 h-160Z`, index % 2 === 0 ? "#3f9a54" : "#348a49");

function markings(): string {
  const white = { stroke: "#f4fff2", "stroke-width": 4, opacity: 0.8 };
  const circle = el("ellipse", { cx: 600, cy: 612, rx: 150, ry: 48, fill: "none", ...white });
  return stroke("M600 476 V800 M120 540 H1080", "#f4fff2", 4, { opacity: 0.8 }) + circle;
}

function lamps({ palette }: Brush, x: number): string {
  const beam = area(d`M${x} 116 l-330 524 h660Z`, palette.light, { opacity: 0.07 });
  const bulbs = times(10, (bulb) => disc(x - 44 + (bulb % 5) * 22, 90 + Math.floor(bulb / 5) * 22, 9, palette.light));
  return beam + rect(x - 4, 110, 8, 200, palette.tones[3]) + bulbs;
}
