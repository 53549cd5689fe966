import { DatelineError } from "../../../src/kernel/errors/index.ts";
import { linkTo, suggestLinks, type LinkSuggestion } from "../../../src/newsroom/links/index.ts";
import { listOf, type View } from "../../print/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { linksChanged } from "../../views/link.ts";

const view: View<LinkSuggestion & { readonly n: number }> = [
  { name: "n", of: ({ n }) => n },
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "slug", of: ({ slug }) => slug, cut: "next" },
  { name: "headline", of: ({ headline }) => headline, cut: "first" },
  { name: "state", of: ({ state }) => state, quiet: true },
  { name: "date", of: ({ publishedAt }) => publishedAt },
  { name: "why", of: ({ why }) => why, cut: "first" },
  { name: "topics", of: ({ topics }) => topics, quiet: true },
  { name: "words", of: ({ words }) => words, quiet: true },
  { name: "score", of: ({ score }) => Number(score.toFixed(3)), quiet: true },
];

/** `desk link suggest ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  options: [
    { flags: "--accept <n>", help: "adds the one with this number; may be given again", many: true },
    { flags: "--drafts", help: "looks among drafts and scheduled articles too" },
    { flags: "--limit <n>", help: "at most so many, up to 20; 8 if left out" },
  ],
  examples: [
    "desk link suggest harbour-bridge-reopens",
    "desk link suggest harbour-bridge-reopens --accept 1 --accept 3",
  ],
  writes: true,
  versioned: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before, seen } = await articleSeen(desk, call);
      const limit = call.whole("limit");
      const wanted = { articleId: before.id, drafts: call.flag("drafts"), ...(limit === undefined ? {} : { limit }) };
      const found = await suggestLinks(desk, wanted);
      const numbers = call.texts("accept");
      if (numbers.length === 0) return listOf(view, numbered(found), nextSteps(found, before.slug));
      const targets = [...new Set(numbers)].map((number) => chosen(found, number).id);
      const after = await write((open) => linkTo(open, { ...seen, targets }));
      return linksChanged(before, after, desk.now(), `Added ${targets.length === 1 ? "the link" : "the links"}.`);
    }),
};

const numbered = (found: readonly LinkSuggestion[]) => found.map((one, at) => ({ n: at + 1, ...one }));

const nextSteps = (found: readonly LinkSuggestion[], slug: string): string[] =>
  found.length > 0
    ? [`Take one up: desk link suggest ${slug} --accept 1`]
    : ["Nothing with a topic or telling words in common; topics help: desk article set ARTICLE topics=…"];

function chosen(found: readonly LinkSuggestion[], number: string): LinkSuggestion {
  const one = /^\d{1,3}$/.test(number) ? found[Number(number) - 1] : undefined;
  if (one) return one;
  throw new DatelineError("NOT_FOUND", {
    says: `There is no suggestion ${number}.`,
    fix: `The list has ${found.length}: leave --accept out to see it.`,
    details: { name: number },
  });
}
