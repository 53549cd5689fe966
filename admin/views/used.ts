import type { Use, Uses } from "../../src/newsroom/links/index.ts";
import { listOf, type Answer, type View } from "../print/index.ts";

/** A place something is used in: an article, a rail that pins it, or a redirect that leads to it. */
interface UseLine {
  readonly in: "article" | "rail" | "redirect";
  readonly id: string;
  readonly name: string;
  readonly state: string | null;
  readonly how: readonly string[];
  readonly on: readonly string[];
  readonly seen: boolean | null;
  readonly headline: string | null;
}

const view: View<UseLine> = [
  { name: "in", of: (line) => line.in },
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "name", of: ({ name }) => name, cut: "last" },
  { name: "state", of: ({ state }) => state },
  { name: "how", of: ({ how }) => how },
  { name: "on", of: ({ on }) => on },
  { name: "seen", of: ({ seen }) => seen },
  { name: "headline", of: ({ headline }) => headline, cut: "first" },
];

/** Every place something is used in, one a line: articles, rails, redirects. */
export const useLines = ({ articles, rails, redirects }: Uses): readonly UseLine[] => [
  ...articles.map(articleLine),
  ...rails.map(railLine),
  ...redirects.map(redirectLine),
];

/** The articles something is used in, the rails that pin it, and the redirects that lead to it. */
export const usesAnswer = (uses: Uses, nobody: string): Answer => {
  const lines = useLines(uses);
  return listOf(view, lines, [lines.length === 0 ? nobody : countOf(uses)]);
};

const shown = 5;

/** Where an article is used, for whoever is about to take it away: how often, and the first few. */
export function usesInBrief(slug: string, uses: Uses): readonly string[] {
  const lines = useLines(uses);
  if (lines.length === 0) return [`${slug}: nothing links to it, names it, pins it or leads to it.`];
  const first = lines.slice(0, shown).map(({ in: where, name, how, seen }) => {
    const state = seen === true ? "readers see it" : null;
    return `  ${where} ${name} (${[...how, ...(state === null ? [] : [state])].join(", ")})`;
  });
  const more = lines.length > shown ? [`  and ${lines.length - shown} more: desk article used ${slug}`] : [];
  return [`${slug} is used in ${countOf(uses)}`, ...first, ...more];
}

function countOf({ articles, rails, redirects }: Uses): string {
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const seen = articles.filter((use) => use.seen).length;
  const links = `${many(articles.length, "article")} (${seen} where readers see it now)`;
  return `${links}, ${many(rails.length, "rail")}, ${many(redirects.length, "redirect")}.`;
}

const articleLine = ({ id, slug, headline, state, how, reciprocal, seen, ...use }: Use): UseLine => ({
  ...{ in: "article", id, name: slug, headline, state, seen },
  how: [...how.map((each) => each.toLowerCase()), ...(reciprocal ? ["reciprocal"] : [])],
  on: [...(use.onHead ? ["newest"] : []), ...(use.onLive ? ["live"] : []), ...(use.onNext ? ["next"] : [])],
});

const railLine = ({ id, key, title, position }: Uses["rails"][number]): UseLine => ({
  ...{ in: "rail", id, name: key, headline: title, state: null, seen: null },
  ...{ how: [`pinned at ${position + 1}`], on: [] },
});

const redirectLine = ({ id, from, isPrefix }: Uses["redirects"][number]): UseLine => ({
  ...{ in: "redirect", id, name: from, headline: null, state: null, seen: null },
  ...{ how: [isPrefix ? "with all below it" : "leads here"], on: [] },
});
