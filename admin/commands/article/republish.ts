import { pathOf, republishArticle } from "../../../src/newsroom/articles/index.ts";
import { acceptOption, readAccepted } from "../../read/accepted.ts";
import { articlesWord, choosing, toArticles } from "../../run/articles.ts";
import type { Verb } from "../../run/verb.ts";

/** `desk article republish ARTICLE…` */
export const verb: Verb = {
  words: [articlesWord],
  options: [{ flags: "--revision <n>", help: "this revision; the newest if left out" }, acceptOption, ...choosing],
  examples: ["desk article republish harbour-bridge-reopens", "desk article republish 0198f2a4 --revision 3"],
  writes: true,
  versioned: true,
  run: (call) =>
    toArticles(call, () => ({
      ...{ act: "Republish", doing: "Republishing" },
      run: (open, seen) => republishArticle(open, { ...seen, revision: call.whole("revision"), ...readAccepted(call) }),
      said: (article) => [`Readers have it again: ${pathOf(article) ?? ""}`],
    })),
};
