import { removeLink } from "../../../src/newsroom/links/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { linkKey, linkWord } from "../../read/link.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { linksChanged } from "../../views/link.ts";

/** `desk link remove ARTICLE LINK` */
export const verb: Verb = {
  words: [articleWord, linkWord],
  examples: ["desk link remove harbour-bridge-reopens 3", "desk link remove 0198f2a4 2 --if-version 5"],
  writes: true,
  versioned: true,
  merges: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before, edit } = await articleSeen(desk, call);
      const key = linkKey(before, call.word(1));
      const after = await write((open) => removeLink(open, { ...edit, key }));
      return linksChanged(before, after, desk.now(), "Removed the link; the revision before still has it.");
    }),
};
