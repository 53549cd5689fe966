import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { adoptLinkBack } from "../../../src/newsroom/links/index.ts";
import { articleSeen } from "../../read/article.ts";
import { placeOf } from "../../read/place.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { linksChanged } from "../../views/link.ts";
import { backWords } from "../../read/link.ts";

/** `desk link adopt ARTICLE FROM` */
export const verb: Verb = {
  words: backWords,
  options: [{ flags: "--at <n>", help: "its place among the article's own links, from 1; last if left out" }],
  examples: [
    "desk link adopt harbour-bridge-closed harbour-bridge-reopens",
    "desk link adopt harbour-bridge-closed harbour-bridge-reopens --at 1",
  ],
  writes: true,
  versioned: true,
  merges: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before, edit } = await articleSeen(desk, call);
      const from = (await findArticle(desk, call.word(1))).id;
      const after = await write((open) => adoptLinkBack(open, { ...edit, from, position: placeOf(call, "at") }));
      return linksChanged(before, after, desk.now(), "It is the article's own link now, in a new revision.");
    }),
};
