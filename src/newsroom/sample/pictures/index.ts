import sharp from "sharp";
import { chanceFrom, el, height, width, type Scene } from "./brush.ts";
import { palettes, type PaletteName } from "./palettes.ts";
import { balloons } from "./scenes/balloons.ts";
import { barChart } from "./scenes/bar-chart.ts";
import { bridge } from "./scenes/bridge.ts";
import { chamber } from "./scenes/chamber.ts";
import { crowd } from "./scenes/crowd.ts";
import { dishes } from "./scenes/dishes.ts";
import { dunes } from "./scenes/dunes.ts";
import { fields } from "./scenes/fields.ts";
import { flood } from "./scenes/flood.ts";
import { forest } from "./scenes/forest.ts";
import { glacier } from "./scenes/glacier.ts";
import { harbour } from "./scenes/harbour.ts";
import { lectern } from "./scenes/lectern.ts";
import { lighthouse } from "./scenes/lighthouse.ts";
import { lineChart } from "./scenes/line-chart.ts";
import { market } from "./scenes/market.ts";
import { mountains } from "./scenes/mountains.ts";
import { observatory } from "./scenes/observatory.ts";
import { riverMap } from "./scenes/river-map.ts";
import { sails } from "./scenes/sails.ts";
import { serverHall } from "./scenes/server-hall.ts";
import { shelves } from "./scenes/shelves.ts";
import { skyline } from "./scenes/skyline.ts";
import { stadium } from "./scenes/stadium.ts";
import { stage } from "./scenes/stage.ts";
import { track } from "./scenes/track.ts";
import { train } from "./scenes/train.ts";
import { turbines } from "./scenes/turbines.ts";

const scenes = {
  balloons,
  barChart,
  bridge,
  chamber,
  crowd,
  dishes,
  dunes,
  fields,
  flood,
  forest,
  glacier,
  harbour,
  lectern,
  lighthouse,
  lineChart,
  market,
  mountains,
  observatory,
  riverMap,
  sails,
  serverHall,
  shelves,
  skyline,
  stadium,
  stage,
  track,
  train,
  turbines,
} as const satisfies Record<string, Scene>;

/** The names of the scenes that can be painted. */
export const sceneNames = Object.keys(scenes) as readonly (keyof typeof scenes)[];
/** The names of the palettes they can be painted in. */
export const paletteNames = Object.keys(palettes) as readonly PaletteName[];

/** What to paint: the same picture each time for the same three words. */
export interface Painting {
  readonly scene: keyof typeof scenes;
  readonly palette: PaletteName;
  readonly seed: number;
  readonly format: "png" | "jpeg";
}

/** Paints one of our own pictures, 1200 by 800, and returns the bytes of its file. */
export function paint({ scene, palette, seed, format }: Painting): Promise<Buffer> {
  const drawn = scenes[scene]({ palette: palettes[palette], chance: chanceFrom(seed) });
  const svg = el(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${String(width)} ${String(height)}`, width, height },
    drawn,
  );
  const image = sharp(Buffer.from(svg));
  return format === "png" ? image.png({ palette: true, effort: 1 }).toBuffer() : image.jpeg({ quality: 82 }).toBuffer();
}
