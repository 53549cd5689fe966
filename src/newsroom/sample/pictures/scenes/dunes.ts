import { area, between, d, disc, orb, sky, times, type Brush, type Scene } from "../brush.ts";

/** Smooth dunes under a large sun, and a line of walkers. */
export const dunes: Scene = (brush) => {
  const { palette } = brush;
  const [far, mid, near, ink] = palette.tones;
  const behind = orb(brush, 860, 260, 96) + dune(brush, 430, far) + dune(brush, 500, mid) + dune(brush, 590, near);
  return (
    sky(brush, 0.8) +
    behind +
    times(7, (index) => walker(430 + index * 46, 574 + index * 3, ink)) +
    dune(brush, 700, ink)
  );
};

function dune({ chance }: Brush, base: number, tone: string): string {
  const [a, b] = [between(chance, 60, 190), between(chance, 60, 170)];
  const crest = d`M0 ${base} C300 ${base - a} 420 ${base + b} 700 ${base} S1040 ${base - b} 1200 ${base - 40}`;
  return area(`${crest} V800 H0Z`, tone);
}

const walker = (x: number, y: number, ink: string): string =>
  disc(x, y - 34, 5, ink) + area(d`M${x - 6} ${y} L${x} ${y - 30} L${x + 6} ${y}Z`, ink);
