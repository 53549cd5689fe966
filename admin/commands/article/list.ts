import { listArticles, type ListArticles } from "../../../src/newsroom/articles/index.ts";
import { findSection } from "../../../src/newsroom/sections/index.ts";
import { listOf } from "../../print/index.ts";
import { caps } from "../../read/caps.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleLine } from "../../views/article.ts";

/** `desk article list` */
export const verb: Verb = {
  options: [
    { flags: "--state <state>", help: "draft, scheduled, published, unpublished …" },
    { flags: "--section <section>", help: "only those in this section" },
    { flags: "--q <words>", help: "only those with these words in the headline" },
    { flags: "--limit <n>", help: "at most so many (20 if left out, 100 at most)" },
    { flags: "--after <id>", help: "those after this article, for the next page" },
  ],
  examples: ["desk article list --state scheduled", "desk article list --section world --q election --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const { text } = call;
      const section = text("section");
      const { articles, hasMore } = await listArticles(desk, {
        state: caps(text("state")) as ListArticles["state"],
        sectionId: section === undefined ? undefined : (await findSection(desk, section)).id,
        q: text("q"),
        first: call.whole("limit"),
        after: text("after"),
      });
      const last = articles.at(-1);
      const none = articles.length === 0 ? ["No articles."] : [];
      const more = hasMore && last ? [`There are more: add --after ${last.id}, or --limit up to 100.`] : [];
      return listOf(articleLine(desk.now()), articles, [...none, ...more]);
    }),
};
