import { lockArticle } from "../../../src/newsroom/locks/index.ts";
import { changed } from "../../print/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleSheet, lockText } from "../../views/article.ts";

/** `desk article lock ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  options: [
    { flags: "--minutes <n>", help: "how long (30 if left out, 480 at most); locking again begins anew" },
    { flags: "--note <text>", help: "what colleagues should know" },
  ],
  examples: [
    "desk article lock harbour-bridge-reopens",
    "desk article lock in-praise-of-rain --minutes 90 --note 'Waiting for the weather office'",
  ],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before } = await articleSeen(desk, call);
      const wish = { id: before.id, minutes: call.whole("minutes"), note: call.text("note") };
      const article = await write((open) => lockArticle(open, wish));
      const said = [`${lockText(article.lock, desk.zone)}.`, "It informs colleagues; saving still names the version."];
      return changed(articleSheet(desk.now()), before, article, said);
    }),
};
