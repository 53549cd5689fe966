import { unpublishArticle } from "../../../src/newsroom/articles/index.ts";
import { changed } from "../../print/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { confirm } from "../../run/ask.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk article unpublish ARTICLE --reason …` */
export const verb: Verb = {
  words: [articleWord],
  options: [{ flags: "--reason <text>", help: "why; readers never see it", required: true }],
  examples: [
    "desk article unpublish harbour-bridge-reopens --reason 'wrong bridge'",
    "desk article unpublish in-praise-of-rain --reason 'postponed' --yes",
  ],
  writes: true,
  versioned: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before, seen } = await articleSeen(desk, call);
      await confirm(call, "Unpublish", before.slug);
      const reason = call.text("reason") ?? "";
      const article = await write((open) => unpublishArticle(open, { ...seen, reason }));
      const said = article.state === "UNPUBLISHED" ? "Taken from the readers." : "It will not be published after all.";
      return changed(articleSheet(desk.now()), before, article, [said]);
    }),
};
