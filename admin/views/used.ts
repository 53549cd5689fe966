import type { Use, Uses } from "../../src/newsroom/links/index.ts";
import { listOf, type Answer, type View } from "../print/index.ts";

/** A place something is used in: an article, or a rail that pins it. */
interface UseLine {
  readonly in: "article" | "rail";
  readonly id: string;
  readonly name: string;
  readonly state: string | null;
  readonly how: readonly string[];
  readonly on: readonly string[];
  readonly seen: boolean | null;
  readonly headline: string;
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

/** The articles something is used in, and the rails that pin it. */
export const usesAnswer = ({ articles, rails }: Uses, nobody: string): Answer => {
  const lines = [...articles.map(articleLine), ...rails.map(railLine)];
  const readers = articles.filter(({ seen }) => seen).length + rails.length;
  const some = `${lines.length} in all, ${readers} of them where readers see it now.`;
  return listOf(view, lines, [lines.length === 0 ? nobody : some]);
};

const articleLine = ({ id, slug, headline, state, how, reciprocal, seen, ...use }: Use): UseLine => ({
  ...{ in: "article", id, name: slug, headline, state, seen },
  how: [...how.map((each) => each.toLowerCase()), ...(reciprocal ? ["reciprocal"] : [])],
  on: [...(use.onHead ? ["newest"] : []), ...(use.onLive ? ["live"] : []), ...(use.onNext ? ["next"] : [])],
});

const railLine = ({ id, key, title, position }: Uses["rails"][number]): UseLine => ({
  ...{ in: "rail", id, name: key, headline: title, state: null, seen: null },
  ...{ how: [`pinned at ${position + 1}`], on: [] },
});
