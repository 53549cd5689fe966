import type { Palette } from "./palettes.ts";

/** What every scene paints with: its colours and a chance that is the same each time. */
export interface Brush {
  readonly palette: Palette;
  /** The next number from 0 up to 1. */
  readonly chance: () => number;
}

/** A scene: the SVG elements of a picture of 1200 by 800. */
export type Scene = (brush: Brush) => string;

/** Width of every picture, in pixels. */
export const width = 1200;
/** Height of every picture, in pixels. */
export const height = 800;

/** A row of numbers from 0 that looks random and is the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One piece for each number from 0 up to `count`, joined. */
export const times = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join("");

/** A chance number between two bounds. */
export const between = (chance: () => number, low: number, high: number): number => low + chance() * (high - low);

/** A number as SVG writes it, to a tenth. */
const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Attributes of an element; numbers are rounded. */
type Attributes = Readonly<Record<string, string | number>>;

/** One SVG element, with its children inside; `opacity` is that of its paint, which is much quicker to draw. */
export function el(name: string, attributes: Attributes, inside = ""): string {
  const sheer = "stroke" in attributes ? "stroke-opacity" : "fill-opacity";
  const written = Object.entries(attributes).map(([key, value]) => {
    const text = key === "opacity" ? String(value) : typeof value === "number" ? n(value) : value;
    return ` ${key === "opacity" ? sheer : key}="${text}"`;
  });
  return `<${name}${written.join("")}${inside === "" ? "/>" : `>${inside}</${name}>`}`;
}

/** A filled rectangle. */
export const rect = (x: number, y: number, w: number, h: number, fill: string, more: Attributes = {}): string =>
  el("rect", { x, y, width: w, height: h, fill, ...more });

/** A filled circle. */
export const disc = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}): string =>
  el("circle", { cx, cy, r, fill, ...more });

/** Path data; numbers in it are rounded. */
export const d = (texts: TemplateStringsArray, ...values: readonly (number | string)[]): string =>
  String.raw({ raw: texts }, ...values.map((value) => (typeof value === "number" ? n(value) : value)));

/** A filled area within the given path. */
export const area = (path: string, fill: string, more: Attributes = {}): string =>
  el("path", { d: path, fill, ...more });

/** A drawn line along the given path. */
export const stroke = (path: string, colour: string, thickness: number, more: Attributes = {}): string =>
  el("path", { d: path, fill: "none", stroke: colour, "stroke-width": thickness, "stroke-linecap": "round", ...more });

/** One of a list, going round; the list is not empty. */
export const pick = (colours: readonly string[], index: number): string =>
  colours[Math.floor(index) % colours.length] ?? "";

/** The sky of the palette over the whole picture, down to `horizon` (0–1). */
export function sky({ palette }: Brush, horizon = 1): string {
  const stops = palette.sky.map((colour, at) =>
    el("stop", { offset: `${n(at * 50 * horizon)}%`, "stop-color": colour }),
  );
  const gradient = el("linearGradient", { id: "sky", x1: 0, y1: 0, x2: 0, y2: 1 }, stops.join(""));
  return el("defs", {}, gradient) + rect(0, 0, width, height, "url(#sky)");
}

/** Sun or moon with a soft ring of light around it. */
export function orb({ palette }: Brush, x: number, y: number, r: number): string {
  const rings = [3.4, 2.4, 1.7].map((wider) => disc(x, y, r * wider, palette.light, { opacity: 0.1 }));
  return rings.join("") + disc(x, y, r, palette.light);
}

/** The line of a ridge across the picture: points from left to right around `base`, `rough` pixels high. */
export function ridgeLine(chance: () => number, base: number, rough: number, steps = 120): [number, number][] {
  const waves = [1, 2, 4, 9, 19].map((speed) => ({ speed, phase: chance() * 7, size: rough / speed ** 0.85 }));
  return Array.from({ length: steps + 1 }, (_, index) => {
    const along = index / steps;
    const lift = waves.reduce(
      (sum, { speed, phase, size }) => sum + size * Math.sin(phase + along * 6.3 * speed * 0.8),
      0,
    );
    return [along * width, base - lift];
  });
}

/** Path data through the points. */
export const through = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join(" L")}`;

/** A ridge filled down to the foot of the picture. */
export const ridge = (chance: () => number, base: number, rough: number, fill: string): string =>
  area(`${through(ridgeLine(chance, base, rough))} V${String(height)} H0Z`, fill);

/** Short streaks of one colour lying on water, street or square, from `top` to the foot. */
export const streaks = (chance: () => number, count: number, top: number, colour: string, opacity = 0.4): string =>
  times(count, () =>
    rect(between(chance, 0, 1150), between(chance, top, 790), between(chance, 15, 110), 3, colour, { opacity }),
  );

/** The crest of a swell across the picture, filled down to its foot. */
export function swell(base: number, lift: number, length: number, shift: number, fill: string): string {
  const crests = times(
    Math.ceil(width / length) + 2,
    () => d`q${length / 4} ${-lift} ${length / 2} 0 t${length / 2} 0 `,
  );
  return area(d`M${-shift} ${base} ${crests}V${height} H0Z`, fill);
}
