import { findArticle, listCorrections } from "../../../src/newsroom/articles/index.ts";
import { listOf } from "../../print/index.ts";
import { articleWord } from "../../read/article.ts";
import { pageNotes, pageOptions } from "../../read/page.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { correctionView } from "../../views/correction.ts";

/** `desk article corrections ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  options: pageOptions,
  examples: ["desk article corrections harbour-bridge-reopens", "desk article corrections 0198f2a4 --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const { id: articleId } = await findArticle(desk, call.word(0));
      const page = await listCorrections(desk, { articleId, first: call.whole("limit"), after: call.text("after") });
      const notes = pageNotes("corrections", page.corrections, page.hasMore);
      return listOf(correctionView(desk.now()), page.corrections, notes);
    }),
};
