import { findArticle, type ArticleRow } from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { resolveTeaser, unresolvedTeasers } from "../../../src/newsroom/links/index.ts";
import { DatelineError } from "../../../src/kernel/errors/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { linkKey, linkWord } from "../../read/link.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { linksChanged } from "../../views/link.ts";

/** `desk link accept ARTICLE LINK [CANDIDATE]` */
export const verb: Verb = {
  words: [articleWord, linkWord, ["[candidate]", "the article it means; not needed when there is one candidate"]],
  examples: [
    "desk link accept harbour-bridge-reopens 2",
    "desk link accept harbour-bridge-reopens 2 ferry-runs-again --dry-run",
  ],
  writes: true,
  versioned: true,
  merges: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before, edit } = await articleSeen(desk, call);
      const key = linkKey(before, call.word(1));
      const targetArticleId = await candidateOf(desk, before, key, call.words[2]);
      const after = await write((open) => resolveTeaser(open, { ...edit, key, targetArticleId }));
      return linksChanged(before, after, desk.now(), "The teaser knows its target now, in a new revision.");
    }),
};

async function candidateOf(desk: Desk, article: ArticleRow, key: string, word: string | undefined): Promise<string> {
  if (word !== undefined) return (await findArticle(desk, word)).id;
  const { teasers } = await unresolvedTeasers(desk, { articleId: article.id });
  const candidates = teasers.find((teaser) => teaser.key === key)?.candidates ?? [];
  const [only, second] = candidates;
  if (only && !second) return only.id;
  if (!only)
    throw new DatelineError("NOT_FOUND", {
      says: "No article bears that headline yet.",
      fix: "Name the one it means.",
    });
  const names = candidates.map(({ slug }) => slug).join(", ");
  const fix = `Name the one it means: ${names}.`;
  throw new DatelineError("AMBIGUOUS", {
    says: "More than one article bears that headline.",
    fix,
    details: { candidates },
  });
}
