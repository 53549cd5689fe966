import { moveLink } from "../../../src/newsroom/links/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { linkKey, linkWord } from "../../read/link.ts";
import { placeOf } from "../../read/place.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { linksChanged } from "../../views/link.ts";

/** `desk link move ARTICLE LINK --at N` */
export const verb: Verb = {
  words: [articleWord, linkWord],
  options: [{ flags: "--at <n>", help: "its new place in the order, from 1", required: true }],
  examples: ["desk link move harbour-bridge-reopens 3 --at 1", "desk link move 0198f2a4 2 --at 4 --dry-run"],
  writes: true,
  versioned: true,
  merges: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before, edit } = await articleSeen(desk, call);
      const link = { key: linkKey(before, call.word(1)), position: placeOf(call, "at") ?? 0 };
      const after = await write((open) => moveLink(open, { ...edit, ...link }));
      return linksChanged(before, after, desk.now(), "Moved the link.");
    }),
};
