import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { onlyGiven } from "../../../src/newsroom/input.ts";
import { unresolvedTeasers, type UnresolvedTeaser } from "../../../src/newsroom/links/index.ts";
import { listOf } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { teaserView } from "../../views/link.ts";

/** `desk link unresolved [ARTICLE]` */
export const verb: Verb = {
  words: [["[article]", "only those of this article"]],
  options: [
    { flags: "--limit <n>", help: "at most so many (500 if left out, which is the most)" },
    { flags: "--after <key>", help: "those after the teaser with this key, for the next page" },
  ],
  examples: ["desk link unresolved", "desk link unresolved harbour-bridge-reopens --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const [word] = call.words;
      const where = word === undefined ? {} : { articleId: (await findArticle(desk, word)).id };
      const page = { first: call.whole("limit"), after: call.text("after") };
      const { teasers, hasMore } = await unresolvedTeasers(desk, { ...where, ...onlyGiven(page) });
      const last = hasMore ? teasers.at(-1) : undefined;
      const more = last ? [`There are more: add --after ${last.key}`] : [];
      return listOf(teaserView, teasers, [...nextSteps(teasers), ...more]);
    }),
};

function nextSteps(teasers: readonly UnresolvedTeaser[]): string[] {
  if (teasers.length === 0) return ["Every teaser knows its target."];
  const ready = teasers.find(({ candidates }) => candidates.length > 0);
  if (!ready) return ["No article bears one of these headlines yet; readers see them without a link."];
  const { article, position, candidates } = ready;
  return [`Accept one: desk link accept ${article.slug} ${position + 1} ${candidates[0]?.slug ?? ""}`];
}
