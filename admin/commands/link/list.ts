import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { listOf } from "../../print/index.ts";
import { articleWord } from "../../read/article.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { linksOf } from "../../views/article.ts";
import { linkView } from "../../views/link.ts";

/** `desk link list ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  examples: ["desk link list harbour-bridge-reopens", "desk link list harbour-bridge-reopens --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const article = await findArticle(desk, call.word(0));
      const links = linksOf(article);
      const none = [`No related links yet: desk link add ${article.slug} TARGET`];
      return listOf(linkView, links, links.length > 0 ? [] : none);
    }),
};
