import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { findRevision } from "../../../src/newsroom/revisions/index.ts";
import { recordOf } from "../../print/index.ts";
import { articleWord } from "../../read/article.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articlePage } from "../../views/article-page.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk article show ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  options: [{ flags: "--revision <n>", help: "as this revision has it; the newest if left out" }],
  examples: ["desk article show harbour-bridge-reopens", "desk article show 0198f2a4 --revision 3 --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const found = await findArticle(desk, call.word(0));
      const number = call.whole("revision");
      const headRevision = number === undefined ? found.headRevision : await findRevision(desk, found.id, number);
      const article = { ...found, headRevision };
      return recordOf(articleSheet(desk.now()), article, (look) => articlePage(article, desk.now(), look));
    }),
};
