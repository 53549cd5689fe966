import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { linkBacks } from "../../../src/newsroom/links/index.ts";
import { listOf } from "../../print/index.ts";
import { articleWord } from "../../read/article.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { linkBackView } from "../../views/link-back.ts";

/** `desk link backs ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  examples: ["desk link backs harbour-bridge-closed", "desk link backs harbour-bridge-closed --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const { id, slug } = await findArticle(desk, call.word(0));
      const backs = await linkBacks(desk, id);
      const shown = backs.find(({ standing }) => standing === "SHOWN");
      const next = shown ? [`Hide one: desk link hide ${slug} ${shown.slug}; or make it its own: desk link adopt`] : [];
      return listOf(linkBackView, backs, backs.length === 0 ? ["No article asks it to link back."] : next);
    }),
};
