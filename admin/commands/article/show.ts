import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { recordOf } from "../../print/index.ts";
import { articleWord } from "../../read/article.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articlePage } from "../../views/article-page.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk article show ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  examples: ["desk article show harbour-bridge-reopens", "desk article show 0198f2a4 --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const article = await findArticle(desk, call.word(0));
      return recordOf(articleSheet(desk.now()), article, (look) => articlePage(article, desk.now(), look));
    }),
};
