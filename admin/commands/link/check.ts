import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { linkTroubles, type LinkTrouble } from "../../../src/newsroom/links/index.ts";
import { listOf, type View } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";

const view: View<LinkTrouble> = [
  { name: "article", of: ({ article }) => article.slug, cut: "next" },
  { name: "n", of: ({ position }) => (position === null ? null : position + 1) },
  { name: "block", of: ({ block }) => block },
  { name: "key", of: ({ key }) => key, quiet: true },
  { name: "standing", of: ({ standing }) => standing.toLowerCase() },
  { name: "target", of: ({ target }) => target, cut: "next" },
  { name: "headline", of: ({ headline }) => headline, quiet: true },
  { name: "warning", of: ({ warning }) => warning, cut: "first" },
];

/** `desk link check [ARTICLE]` */
export const verb: Verb = {
  words: [["[article]", "only those of this article; of all newest revisions if left out"]],
  examples: ["desk link check", "desk link check harbour-bridge-reopens --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const [word] = call.words;
      const where = word === undefined ? {} : { articleId: (await findArticle(desk, word)).id };
      const troubles = await linkTroubles(desk, where);
      return listOf(view, troubles, nextSteps(troubles));
    }),
};

function nextSteps(troubles: readonly LinkTrouble[]): string[] {
  if (troubles.length === 0) return ["Every link leads where readers can follow, as far as it was checked."];
  const dead = troubles.find(({ standing, position }) => standing === "DEAD" && position !== null);
  const moved = troubles.some(({ standing }) => standing === "MOVED");
  return [
    ...(dead ? [`Take a dead one off: desk link remove ${dead.article.slug} ${(dead.position ?? 0) + 1}`] : []),
    ...(moved ? ["See where addresses have moved: desk link moved"] : []),
  ];
}
