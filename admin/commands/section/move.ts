import { DatelineError } from "../../../src/kernel/errors/index.ts";
import { findSection, moveSection } from "../../../src/newsroom/sections/index.ts";
import { changed } from "../../print/index.ts";
import { placeOf } from "../../read/place.ts";
import type { Call } from "../../run/call.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { sectionView } from "../../views/section.ts";

/** `desk section move SECTION` */
export const verb: Verb = {
  words: [["<section>", "id, beginning of an id, slug, path or name"]],
  options: [
    { flags: "--under <section>", help: "the section it is to stand below" },
    { flags: "--top", help: "to the top of the tree" },
    { flags: "--at <n>", help: "its place among its siblings, from 1; last if left out" },
  ],
  examples: ["desk section move theatre --under culture", "desk section move culture --at 1"],
  writes: true,
  versioned: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const before = await findSection(desk, call.word(0));
      const seen = { section: before.id, expectedVersion: call.whole("ifVersion") ?? before.version };
      const place = { ...parentOf(call), position: placeOf(call, "at") };
      const section = await write((open) => moveSection(open, { ...seen, ...place }));
      return changed(sectionView, before, section, [`The section stands at /${section.path} now.`]);
    }),
};

// With --at alone nothing is said of the parent: the section stays below its own.
function parentOf({ text, flag }: Call): { readonly under?: string | null } {
  const under = text("under");
  if (under !== undefined && flag("top")) {
    throw new DatelineError("BAD_USAGE", { says: "--under and --top say two different things.", fix: "Give one." });
  }
  if (under !== undefined) return { under };
  if (flag("top")) return { under: null };
  if (text("at") !== undefined) return {};
  throw new DatelineError("BAD_USAGE", { says: "Nobody said where to.", fix: "Give --under, --top or --at." });
}
