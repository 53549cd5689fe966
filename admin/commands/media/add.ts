import { addMedia, type AddMedia, type MediaRecord } from "../../../src/newsroom/media/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { changed } from "../../print/index.ts";
import { articleSeen } from "../../read/article.ts";
import { caps } from "../../read/caps.ts";
import { bytesFrom } from "../../read/input.ts";
import { place, placementOptions } from "../../read/placement.ts";
import { readTime } from "../../read/time.ts";
import type { Call } from "../../run/call.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { mediaSheet } from "../../views/media.ts";

/** `desk media add [FILE]` */
export const verb: Verb = {
  words: [["[file]", "a PNG or JPEG picture; without one the medium waits for its file"]],
  options: [
    { flags: "--credit <line>", help: "the credit line, kept as it is; desk credit parse shows how it is read" },
    { flags: "--alt <text>", help: "what a reader who cannot see it should know" },
    { flags: "--decorative", help: "it tells nothing and needs no such text" },
    { flags: "--caption <text>", help: "the words below it" },
    { flags: "--kind <kind>", help: "image (the default), video, audio or document" },
    { flags: "--source <name>", help: "who supplied it" },
    { flags: "--copyright <notice>", help: "the copyright notice" },
    { flags: "--terms <text>", help: "the terms of use" },
    { flags: "--supplier-ref <ref>", help: "what its supplier calls it" },
    { flags: "--rights-until <time>", help: "when the rights to it run out" },
    { flags: "--digital-source <type>", help: "as IPTC spells it, such as digitalCapture or trainedAlgorithmicMedia" },
    { flags: "--article <article>", help: "show it there at once, in a new revision" },
    ...placementOptions,
  ],
  examples: [
    "desk media add bridge.jpg --credit 'Ada Lens / POOL / AFP' --alt 'The bridge at dawn'",
    "desk media add bridge.jpg --credit 'Ada Lens' --alt 'The bridge' --article harbour-bridge-reopens",
  ],
  writes: true,
  versioned: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const word = call.text("article");
      const target = word === undefined ? null : await articleSeen(desk, call, word);
      const input = await inputOf(desk, call);
      const medium = await write(async (open) => {
        const added = await addMedia(open, input);
        if (target) await place(open, call, target, added.id);
        return added;
      });
      return changed(mediaSheet, null, medium, [target ? `Shown on ${target.before.slug}.` : nextStep(medium)]);
    }),
};

async function inputOf(desk: Desk, { words, text, flag }: Call): Promise<AddMedia> {
  const [file] = words;
  const until = text("rightsUntil");
  return {
    ...(file !== undefined && { file: new Uint8Array(await bytesFrom(file)) }),
    ...{ creditLine: text("credit"), alt: text("alt"), caption: text("caption"), decorative: flag("decorative") },
    kind: caps(text("kind")) as AddMedia["kind"],
    ...{ sourceName: text("source"), copyrightNotice: text("copyright"), usageTerms: text("terms") },
    supplierRef: text("supplierRef"),
    rightsExpireAt: until === undefined ? undefined : readTime(until, { zone: desk.zone, now: desk.now() }),
    digitalSourceType: text("digitalSource") as AddMedia["digitalSourceType"],
  };
}

const nextStep = ({ id }: MediaRecord): string => `Show it on an article: desk media place ${id} ARTICLE`;
