import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { whereUsed } from "../../../src/newsroom/links/index.ts";
import { articleWord } from "../../read/article.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { usesAnswer } from "../../views/used.ts";

/** `desk article used ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  examples: ["desk article used harbour-bridge-closed", "desk article used harbour-bridge-closed --format ids"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const { id } = await findArticle(desk, call.word(0));
      return usesAnswer(await whereUsed(desk, id), "Nothing links to it, names it or pins it.");
    }),
};
