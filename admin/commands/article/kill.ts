import { killArticle } from "../../../src/newsroom/articles/index.ts";
import { articlesWord, choosing, toArticles } from "../../run/articles.ts";
import type { Verb } from "../../run/verb.ts";

/** `desk article kill ARTICLE… --reason TEXT` */
export const verb: Verb = {
  words: [articlesWord],
  options: [
    { flags: "--reason <text>", help: "why; readers never see it", required: true },
    { flags: "--legal-note <text>", help: "what must be on file about it; readers never see it" },
    ...choosing,
  ],
  examples: [
    "desk article kill harbour-bridge-reopens --reason 'wholly wrong' --legal-note 'letter of 3 May'",
    "desk article kill 0198f2a4 --reason 'court order' --yes",
  ],
  writes: true,
  versioned: true,
  run: (call) =>
    toArticles(call, () => ({
      ...{ act: "Kill", doing: "Killing", grave: true, takesAway: true },
      run: (open, seen) => {
        const why = { reason: call.text("reason") ?? "", legalNote: call.text("legalNote") };
        return killArticle(open, { ...seen, ...why });
      },
      said: ({ slug }) => [`Withdrawn for ever; the slug ${slug} is never given again.`],
    })),
};
