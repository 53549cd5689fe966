import { listArticles, type ListArticles } from "../../../src/newsroom/articles/index.ts";
import { findSection } from "../../../src/newsroom/sections/index.ts";
import { listOf } from "../../print/index.ts";
import { caps } from "../../read/caps.ts";
import { pageNotes, pageOptions } from "../../read/page.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleLine } from "../../views/article.ts";

/** `desk article list` */
export const verb: Verb = {
  options: [
    { flags: "--state <state>", help: "draft, scheduled, published, unpublished …" },
    { flags: "--section <section>", help: "only those in this section" },
    { flags: "--q <words>", help: "only those with these words in the headline" },
    ...pageOptions,
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
      return listOf(articleLine(desk.now()), articles, pageNotes("articles", articles, hasMore));
    }),
};
