import { wordCount, type Block } from "../../src/domain/blocks/index.ts";
import { lockOf, pathOf, stateOf, type ArticleRow } from "../../src/newsroom/articles/index.ts";
import { counted, inBrief, momentIn, type Column, type Value, type View } from "../print/index.ts";

/** How an article is printed in a list: what identifies it, and when it is or was due. */
export const articleLine = (at: Date): View<ArticleRow> =>
  inBrief(articleSheet(at), ["state", "date", "section", "slug", "headline", "lock"]);

/** How an article is printed as a record, its newest revision's words included. */
export const articleSheet = (at: Date): View<ArticleRow> => [
  { name: "id", of: ({ id }) => id },
  { name: "slug", of: ({ slug }) => slug, cut: "last" },
  { name: "state", of: (article) => stateOf(article, at) },
  { name: "version", of: ({ version }) => version },
  { name: "headline", of: ({ headRevision }) => headRevision.headline, cut: "first" },
  { name: "section", of: ({ section }) => section.path, cut: "next" },
  { name: "kind", of: ({ kind }) => kind },
  { name: "path", of: pathOf },
  { name: "date", of: ({ publishedAt, changedAt }) => publishedAt ?? changedAt, quiet: true },
  { name: "lock", of: lockValue(at), show: (article) => lockShown(lockOf(article, at)), cut: "last" },
  ...clockColumns,
  ...revisionColumns,
  ...wordColumns,
];

const lockValue =
  (at: Date) =>
  (article: ArticleRow): Value => {
    const lock = lockOf(article, at);
    return (
      lock && {
        by: lock.user.displayName,
        since: lock.since.toISOString(),
        until: lock.until.toISOString(),
        note: lock.note,
      }
    );
  };

type Lock = ReturnType<typeof lockOf>;
const lockShown = (lock: Lock): string => lock?.user.displayName ?? "";

/** Who is at work on an article, as people read it. */
export function lockText(lock: Lock, zone: string): string {
  if (lock === null) return "";
  const note = lock.note === null ? "" : `: ${lock.note}`;
  return `${lock.user.displayName} is at work on it until ${momentIn(zone, lock.until)} (${zone})${note}`;
}

const clockColumns: View<ArticleRow> = [
  { name: "firstPublishedAt", of: ({ firstPublishedAt }) => firstPublishedAt, quiet: true },
  { name: "publishedAt", of: ({ publishedAt }) => publishedAt },
  { name: "updatedAt", of: ({ updatedAt }) => updatedAt },
  { name: "nextAt", of: ({ nextAt }) => nextAt },
  { name: "embargoUntil", of: ({ embargoUntil }) => embargoUntil },
  { name: "embargoHold", of: ({ embargoHold }) => embargoHold || null },
  { name: "stateNote", of: ({ stateNote }) => stateNote, cut: "last" },
  { name: "legalNote", of: ({ legalNote }) => legalNote, quiet: true },
  { name: "expiresAt", of: ({ expiresAt }) => expiresAt },
  { name: "changedAt", of: ({ changedAt }) => changedAt, quiet: true },
];

const revisionColumns: View<ArticleRow> = [
  { name: "revision", of: ({ headRevision }) => headRevision.number },
  { name: "liveRevision", of: ({ liveRevision }) => liveRevision?.number },
  { name: "nextRevision", of: ({ nextRevision }) => nextRevision?.number },
];

const words = [
  ...(["kicker", "standfirst", "shortHeadline", "datelinePlace"] as const),
  ...(["language", "seoTitle", "seoDescription", "note"] as const),
];

const wordColumns: View<ArticleRow> = [
  ...words.map((name): Column<ArticleRow> => ({ name, of: ({ headRevision }) => headRevision[name], cut: "last" })),
  { name: "bylines", of: ({ headRevision }) => headRevision.bylines.map(({ nameAsWritten }) => nameAsWritten) },
  { name: "topics", of: ({ headRevision }) => headRevision.topics.map(({ topic }) => topic.name) },
  { name: "media", of: mediaOf, show: mediaShown },
  { name: "links", of: linksOf, show: linksShown },
  { name: "body", of: ({ headRevision }) => headRevision.blocks, show: bodyShown },
];

function mediaOf({ headRevision }: ArticleRow): Value {
  return headRevision.placements.map(({ role, media }) => ({ id: media.id, role, creditLine: media.creditLine }));
}

function mediaShown({ headRevision }: ArticleRow): string {
  return headRevision.placements.map(({ role, media }) => `${role.toLowerCase()}: ${media.creditLine}`).join("; ");
}

/** A related link as the desk prints it. */
export type LinkLine = Readonly<{
  n: number;
  key: string;
  kind: string;
  heading: string | null;
  headline: string | null;
  summary: string | null;
  /** A slug or an address; null while unresolved. */
  target: string | null;
  reciprocal: boolean;
}>;

/** The related links of the newest revision, in order. */
export function linksOf({ headRevision }: ArticleRow): readonly LinkLine[] {
  return headRevision.links.map(
    ({ key, kind, heading, headline, summary, reciprocal, target, externalAddress }, at) => ({
      ...{ n: at + 1, key, kind, heading },
      headline: headline ?? target?.headRevision.headline ?? null,
      ...{ summary, target: target?.slug ?? externalAddress?.url ?? null, reciprocal },
    }),
  );
}

function linksShown(article: ArticleRow): string {
  const links = linksOf(article);
  const open = links.filter(({ target }) => target === null).length;
  return links.length === 0 ? "" : `${links.length}${open > 0 ? ` (${open} unresolved)` : ""}`;
}

function bodyShown({ headRevision }: ArticleRow): string {
  const blocks = headRevision.blocks as unknown as readonly Block[];
  return blocks.length === 0
    ? ""
    : `${counted(blocks.length, "block")}, ${counted(wordCount(blocks, headRevision.language), "word")}`;
}
