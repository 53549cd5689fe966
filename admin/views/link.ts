import { linkStanding, linkWarning, type LinkStanding } from "../../src/domain/links/index.ts";
import type { ArticleRow } from "../../src/newsroom/articles/index.ts";
import type { UnresolvedTeaser } from "../../src/newsroom/links/index.ts";
import { changed, listOf, type Answer, type View } from "../print/index.ts";
import { articleSheet, linksOf, type LinkLine } from "./article.ts";

/** A related link, and whether readers get where it leads. */
export interface StandingLink extends LinkLine {
  readonly standing: LinkStanding;
  readonly warning: string | null;
}

/** The related links of the newest revision, in order, each with its standing at a moment. */
export const standingLinks = (article: ArticleRow, at: Date): readonly StandingLink[] =>
  linksOf(article).flatMap((line, index) => {
    const link = article.headRevision.links[index];
    return link ? [{ ...line, standing: linkStanding(link, at), warning: linkWarning(link, at) }] : [];
  });

/** How the related links of an article are printed, in order. */
export const linkView: View<StandingLink> = [
  { name: "n", of: ({ n }) => n },
  { name: "key", of: ({ key }) => key, quiet: true },
  { name: "kind", of: ({ kind }) => kind },
  { name: "headline", of: ({ headline }) => headline, cut: "first" },
  { name: "target", of: ({ target }) => target, show: ({ target }) => target ?? "unresolved", cut: "last" },
  { name: "standing", of: ({ standing }) => standing.toLowerCase() },
  { name: "warning", of: ({ warning }) => warning, quiet: true },
  { name: "reciprocal", of: ({ reciprocal }) => reciprocal, quiet: true },
  { name: "heading", of: ({ heading }) => heading, quiet: true },
  { name: "summary", of: ({ summary }) => summary, quiet: true },
];

/** Teasers without an address, with what they might mean. */
export const teaserView: View<UnresolvedTeaser> = [
  { name: "article", of: ({ article }) => article.slug, cut: "next" },
  { name: "n", of: ({ position }) => position + 1 },
  { name: "headline", of: ({ headline }) => headline, cut: "first" },
  {
    name: "candidates",
    of: ({ candidates }) => candidates.map(({ id, slug, headline }) => ({ id, slug, headline })),
    show: ({ candidates }) => candidates.map(({ slug }) => slug).join(", "),
    cut: "last",
  },
  { name: "heading", of: ({ heading }) => heading, quiet: true },
  { name: "summary", of: ({ summary }) => summary, quiet: true },
  { name: "key", of: ({ key }) => key, quiet: true },
];

/** An article whose links were changed: the links as they stand now, and whether readers see them yet. */
export function linksChanged(before: ArticleRow, after: ArticleRow, at: Date, said: string): Answer {
  const list = listOf(linkView, standingLinks(after, at));
  const live = after.liveRevision?.number;
  const behind = live !== undefined && live !== after.headRevision.number;
  const next = behind ? [`Readers still see revision ${live}: desk article publish ${after.slug}`] : [];
  const { notes } = changed(articleSheet(at), before, after, [said, ...next]);
  return { ...list, notes };
}
