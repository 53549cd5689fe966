import { findSection, renameSection } from "../../../src/newsroom/sections/index.ts";
import { DatelineError } from "../../../src/kernel/errors/index.ts";
import { changed } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { sectionView } from "../../views/section.ts";

/** `desk section rename SECTION [NAME]` */
export const verb: Verb = {
  words: [
    ["<section>", "id, beginning of an id, slug, path or name"],
    ["[name]", "the new name"],
  ],
  options: [
    { flags: "--slug <slug>", help: "a new part of the path; the old path leads to the new one" },
    { flags: "--description <text>", help: 'a sentence about it; "" empties it' },
    { flags: "--listed", help: "put it into the lists of sections" },
    { flags: "--unlisted", help: "take it out of them" },
  ],
  examples: ["desk section rename culture 'Arts and culture'", "desk section rename culture --slug arts --dry-run"],
  writes: true,
  versioned: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { text, flag, words } = call;
      const description = text("description");
      const visible = flag("listed") || flag("unlisted") ? flag("listed") : undefined;
      const said = {
        name: words[1],
        slug: text("slug"),
        visible,
        description: description === "" ? null : description,
      };
      if (Object.values(said).every((value) => value === undefined))
        throw new DatelineError("BAD_USAGE", { says: "Nothing was said to change." });
      const before = await findSection(desk, call.word(0));
      const expectedVersion = call.whole("ifVersion") ?? before.version;
      const section = await write((open) => renameSection(open, { section: before.id, expectedVersion, ...said }));
      return changed(sectionView, before, section, [`Renamed the section at /${section.path}.`]);
    }),
};
