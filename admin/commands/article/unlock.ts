import { breakLock, unlockArticle } from "../../../src/newsroom/locks/index.ts";
import { changed } from "../../print/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk article unlock ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  options: [{ flags: "--break <reason>", help: "take a colleague's lock away, and say why" }],
  examples: [
    "desk article unlock harbour-bridge-reopens",
    "desk article unlock in-praise-of-rain --break 'Mara has gone home'",
  ],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before } = await articleSeen(desk, call);
      const [{ id }, reason] = [before, call.text("break")];
      const article = await write((open) =>
        reason === undefined ? unlockArticle(open, { id }) : breakLock(open, { id, reason }),
      );
      return changed(articleSheet(desk.now()), before, article, ["Nobody is at work on it now."]);
    }),
};
