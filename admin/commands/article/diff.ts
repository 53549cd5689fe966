import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { compareRevisions } from "../../../src/newsroom/revisions/index.ts";
import { recordOf } from "../../print/index.ts";
import { articleWord } from "../../read/article.ts";
import { revisionNumber } from "../../read/revision.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { diffPage, diffSheet } from "../../views/diff.ts";

/** `desk article diff ARTICLE [FROM] [TO]` */
export const verb: Verb = {
  words: [
    articleWord,
    ["[from]", "number of a revision; what readers have if left out, or the one before where that is the newest"],
    ["[to]", "number of a revision; the newest if left out"],
  ],
  examples: ["desk article diff harbour-bridge-reopens", "desk article diff 0198f2a4 3 5 --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const article = await findArticle(desk, call.word(0));
      const [from, to] = call.words.slice(1).map(revisionNumber);
      const compared = await compareRevisions(desk, article, { from, to });
      return recordOf(diffSheet, compared, (look) => diffPage(article, compared, look));
    }),
};
