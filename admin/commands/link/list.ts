import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { listOf } from "../../print/index.ts";
import { articleWord } from "../../read/article.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { linkView, standingLinks } from "../../views/link.ts";

/** `desk link list ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  examples: ["desk link list harbour-bridge-reopens", "desk link list harbour-bridge-reopens --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const article = await findArticle(desk, call.word(0));
      const links = standingLinks(article, desk.now());
      const none = [`No related links yet: desk link add ${article.slug} TARGET`];
      const warned = links.some(({ warning }) => warning !== null)
        ? [`Look closer: desk link check ${article.slug}`]
        : [];
      return listOf(linkView, links, links.length > 0 ? warned : none);
    }),
};
