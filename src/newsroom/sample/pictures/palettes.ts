/** The colours of one picture: a sky of three bands, a light, and four tones from far to near. */
export interface Palette {
  readonly sky: readonly [top: string, middle: string, low: string];
  /** Sun, moon or lamp. */
  readonly light: string;
  readonly tones: readonly [far: string, mid: string, near: string, ink: string];
  /** Two strong colours for what stands out. */
  readonly accents: readonly [string, string];
}

const row = (sky: string, light: string, tones: string, accents: string): Palette => ({
  sky: sky.split(" ") as unknown as Palette["sky"],
  light,
  tones: tones.split(" ") as unknown as Palette["tones"],
  accents: accents.split(" ") as unknown as Palette["accents"],
});

/** The palettes by name. */
export const palettes = {
  dawn: row("#3b3a6b #c9708a #ffd9a8", "#fff0cf", "#b98aa0 #7d5f86 #46406b #1f2145", "#ffb347 #e4572e"),
  noon: row("#3f8fd2 #8cc6ec #e8f4f5", "#fffbe6", "#9fc4cf #6fa08f #3f7563 #1d3f3c", "#f2b632 #d9483b"),
  dusk: row("#1e2150 #7a3b78 #f58b5a", "#ffe3a3", "#935b83 #5f3f70 #372a55 #161432", "#ff9e4f #f6c65b"),
  night: row("#060b1f #10214a #2c4a7c", "#f3f1da", "#2f4673 #1f3157 #131f3b #070c1b", "#ffd166 #6fd3e7"),
  storm: row("#39444f #66747f #aab4b6", "#e9eef0", "#8b989e #626f78 #424d57 #20272f", "#e9c46a #4f9fb8"),
  autumn: row("#7fa3b5 #d9cdb0 #f6e3bd", "#fff4d6", "#c79b5b #a9662f #6f3d20 #331d14", "#d9772b #b3312c"),
  ice: row("#4d7ea8 #a5cbe0 #eef7fa", "#ffffff", "#c4dfea #8fbcd3 #5589ad #1f3f5c", "#f28f3b #2d6f9e"),
  desert: row("#5a86a8 #e8c9a0 #f9e4c3", "#fff6dc", "#e3b27b #cf8d52 #a35f34 #5a3020", "#c8553d #2f6f73"),
  spring: row("#6db3d8 #bfe3e0 #f5f3d7", "#fffce8", "#a9cf9b #76ad6d #47804f #22432f", "#e86a92 #f4c95d"),
  tide: row("#0d3b4f #2c7f8f #bfe0d4", "#f4ffe9", "#6fb3ac #3d8589 #1f5663 #0a2a37", "#f7b267 #ef6f6c"),
} as const satisfies Record<string, Palette>;
/** The name of a palette. */
export type PaletteName = keyof typeof palettes;
