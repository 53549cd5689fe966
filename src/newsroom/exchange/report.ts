import type { Lined, PageDateline, TextPage } from "../../domain/page/index.ts";
import type { ArticleRow } from "../articles/index.ts";
import type { ImportedTeaser, PageTeasers } from "./page-teasers.ts";
import type { PageSection } from "./page-section.ts";

/** One part read from the page's credit line. */
export interface ImportedCreditPart {
  readonly role: string;
  readonly name: string;
}

/** What an import did, and all it read: everything a person wants to check before and after. Lines count from 1. */
export interface ImportedPage {
  /** "unchanged": this very content was imported before; nothing was written. */
  readonly outcome: "created" | "unchanged";
  readonly article: ArticleRow;
  readonly section: { readonly id: string; readonly name: string; readonly path: string; readonly created: boolean };
  readonly headline: Lined;
  /** The credit line as it stands and what it says; null where the page has none. */
  readonly credit: (Lined & { readonly mediaId: string; readonly parts: readonly ImportedCreditPart[] }) | null;
  readonly byline: Lined | null;
  readonly dateline: PageDateline | null;
  readonly paragraphs: readonly Lined[];
  readonly teasers: readonly ImportedTeaser[];
  /** Headings with nothing under them: rails are filled when read, never stored. */
  readonly emptyRails: readonly Lined[];
  /** Text that belongs to no part of the article and was not taken. */
  readonly leftOut: readonly Lined[];
}

type Made = PageSection & PageTeasers & { readonly article: ArticleRow };

/** The report of an article just made. */
export function reportCreated(page: TextPage, { article, section, created, teasers, doubled }: Made): ImportedPage {
  return { outcome: "created", ...report(page, article, doubled), section: { ...named(section), created }, teasers };
}

/** The report of a page that was imported before. */
export function reportUnchanged(page: TextPage, article: ArticleRow): ImportedPage {
  const section = { ...named(article.section), created: false };
  return { outcome: "unchanged", ...report(page, article, []), section, teasers: teasersOf(page, article) };
}

const named = ({ id, name, path }: { readonly id: string; readonly name: string; readonly path: string }) => ({
  ...{ id, name, path },
});

function report(page: TextPage, article: ArticleRow, doubled: readonly Lined[]) {
  const { headline, byline, dateline, paragraphs, emptyRails } = page;
  const leftOut = [...page.leftOut, ...doubled].toSorted((a, b) => a.line - b.line);
  return { article, headline, credit: creditOf(page, article), byline, dateline, paragraphs, emptyRails, leftOut };
}

function creditOf({ credit }: TextPage, { headRevision }: ArticleRow): ImportedPage["credit"] {
  const medium = headRevision.placements.find(({ role }) => role === "LEAD")?.media;
  if (credit === null || medium === undefined) return null;
  const parts = medium.credits.map(({ role, name }) => ({ role, name }));
  return { ...credit, mediaId: medium.id, parts };
}

// Links may have been moved, removed or given a target since the import: told as they stand now.
function teasersOf({ lists }: TextPage, { headRevision }: ArticleRow): readonly ImportedTeaser[] {
  const all = lists.flatMap(({ heading, teasers }) => teasers.map((teaser) => ({ heading, ...teaser })));
  return all.map((teaser, position) => {
    const target = headRevision.links.find(({ headline }) => headline === teaser.headline)?.target ?? null;
    const matched = target && { id: target.id, slug: target.slug, headline: target.headRevision.headline };
    return { ...teaser, position, matched };
  });
}
