import { createSection } from "../../../src/newsroom/sections/index.ts";
import { changed } from "../../print/index.ts";
import { placeOf } from "../../read/place.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { sectionView } from "../../views/section.ts";

/** `desk section create NAME` */
export const verb: Verb = {
  words: [["<name>", "the name readers see"]],
  options: [
    { flags: "--under <section>", help: "the section it stands below" },
    { flags: "--slug <slug>", help: "its part of the path; made from the name if left out" },
    { flags: "--description <text>", help: "a sentence about it" },
    { flags: "--at <n>", help: "its place among its siblings, from 1; last if left out" },
    { flags: "--unlisted", help: "reachable, but in no list of sections" },
  ],
  examples: ["desk section create Culture", "desk section create Theatre --under culture --at 1"],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ write }) => {
      const { text, flag } = call;
      const place = { parent: text("under"), position: placeOf(call, "at"), visible: !flag("unlisted") };
      const input = { name: call.word(0), slug: text("slug"), description: text("description"), ...place };
      const section = await write((desk) => createSection(desk, input));
      return changed(sectionView, null, section, [`Created the section at /${section.path}.`]);
    }),
};
