import { createHash } from "node:crypto";
import type pg from "pg";
import type { Prisma, PrismaClient } from "../../src/database/generated/client.ts";
import { articleIdsOf, mediaIdsOf, type Block } from "../../src/domain/blocks/index.ts";

/** The rows of the tables readers are answered from, each as one line of text, in order. */
export interface Projections {
  readonly cards: readonly string[];
  readonly lists: readonly string[];
  readonly words: readonly string[];
}

const whole = {
  secondarySections: true,
  revisions: { include: { topics: { include: { topic: true } }, bylines: true, placements: true } },
} as const;
type WholeArticle = Prisma.ArticleGetPayload<{ include: typeof whole }>;
type WholeRevision = WholeArticle["revisions"][number];
type Tree = ReadonlyMap<string, { parentId: string | null; visible: boolean; path: string }>;

interface Range {
  readonly revisionId: string | null;
  readonly updatedAt: Date | null;
  readonly from: number;
  readonly until: number;
}

/** What should stand in the tables, worked out from the articles without a view or function of the database. */
export async function projectionsDue(db: PrismaClient): Promise<Projections> {
  const sections = await db.section.findMany();
  const tree: Tree = new Map(sections.map((section) => [section.id, section]));
  const articles = await db.article.findMany({ include: whole });
  const shown = articles.flatMap((article) =>
    rangesOf(article).flatMap((range) => {
      const revision = article.revisions.find(({ id }) => id === range.revisionId);
      return range.from < range.until && revision !== undefined ? [{ article, range, revision }] : [];
    }),
  );
  return {
    cards: shown.map((one) => cardOf(one.article, one.revision, one.range, tree)).toSorted(),
    lists: shown
      .flatMap(({ article, revision, range }) =>
        [...listsOf(article, revision, tree)].map((list) => line(list, ...placeOf(article, revision, range))),
      )
      .toSorted(),
    words: shown.map(({ article, revision, range }) => line(...placeOf(article, revision, range))).toSorted(),
  };
}

function rangesOf(article: WholeArticle): readonly Range[] {
  const { state, liveRevisionId, nextRevisionId, embargoHold, updatedAt } = article;
  if (state !== "PUBLISHED" || liveRevisionId === null || embargoHold) return [];
  const from = Math.max(Number(article.publishedAt), Number(article.embargoUntil ?? 0));
  const until = article.expiresAt === null ? Infinity : Number(article.expiresAt);
  const turn = nextRevisionId === null || nextRevisionId === liveRevisionId ? Infinity : Number(article.nextAt);
  const live = { revisionId: liveRevisionId, updatedAt, from, until: Math.min(until, turn) };
  const later = article.nextIsMinor ? updatedAt : article.nextAt;
  return turn === Infinity
    ? [live]
    : [live, { revisionId: nextRevisionId, updatedAt: later, from: Math.max(from, turn), until }];
}

function cardOf(article: WholeArticle, revision: WholeRevision, { updatedAt, from, until }: Range, tree: Tree): string {
  const blocks = revision.blocks as unknown as readonly Block[];
  const lead = revision.placements.find(({ role }) => role === "LEAD");
  const day = article.pathDate?.toISOString().slice(0, 10).replaceAll("-", "/") ?? "";
  const path = `/${tree.get(article.sectionId)?.path ?? ""}/${day}/${article.slug}`;
  const words = [revision.headline, revision.shortHeadline, revision.kicker, revision.standfirst];
  return line(
    ...[revision.id, article.id, article.sectionId, article.kind, article.slug, path],
    ...[article.firstPublishedAt, article.publishedAt, updatedAt, moment(from), moment(until)],
    ...[...words, revision.language],
    revision.datelinePlace ?? revision.datelineRaw,
    ...[lead?.mediaId, lead?.position, lead?.altOverride, lead?.captionOverride],
    ...[mediaIdsOf(blocks).toSorted(), articleIdsOf(blocks).toSorted()],
    blocks.some(({ type }) => type === "relatedBox"),
    [article.id, article.sectionId, article.kind, path, article.publishedAt, updatedAt, ...words]
      .map((value) => JSON.stringify(value))
      .join(","),
  );
}

function listsOf(article: WholeArticle, revision: WholeRevision, tree: Tree): ReadonlySet<string> {
  const own = [article.sectionId, ...article.secondarySections.map(({ sectionId }) => sectionId)];
  const topics = revision.topics.map(({ topic }) => topic);
  return new Set([
    ...own,
    ...own.flatMap((id) => branchesOf(id, tree)).map((id) => named(`branch:${id}`)),
    ...topics.map(({ id }) => id),
    ...own.flatMap((id) => topics.map(({ type }) => named(`typed:${id}:${type}`))),
    ...revision.bylines.flatMap(({ contributorId }) => contributorId ?? []),
    "00000000-0000-0000-0000-000000000000",
  ]);
}

function branchesOf(id: string, tree: Tree): readonly string[] {
  const section = tree.get(id);
  const above = section?.visible === true ? section.parentId : null;
  return above === null ? [id] : [id, ...branchesOf(above, tree)];
}

/** The id of a list that is named by words, as the database names it. */
export const named = (words: string): string =>
  createHash("md5")
    .update(words)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

const placeOf = (article: WholeArticle, revision: WholeRevision, { from, until }: Range) =>
  [revision.id, article.id, article.publishedAt, moment(from), moment(until)] as const;

const moment = (time: number): Date | number => (time === Infinity ? time : new Date(time));

/** What stands in the tables. */
export async function projectionsStanding(pool: pg.Pool): Promise<Projections> {
  const ask = async (sql: string): Promise<readonly string[]> => {
    const { rows } = await pool.query<unknown[]>({ text: sql, rowMode: "array" });
    return rows.map((row) => line(...row)).toSorted();
  };
  const { rows } = await pool.query<{
    names: string;
  }>(`select string_agg(case when attname in ('media_ids', 'article_ids')
    then attname || '::text[]' when attname = 'kind' then 'kind::text' else attname end, ', ' order by attnum) as names
    from pg_attribute where attrelid = 'live_card'::regclass and attnum > 0`);
  return {
    cards: await ask(`select ${rows[0]?.names ?? ""} from live_card`),
    lists: await ask("select list_id, revision_id, article_id, published_at, visible_from, visible_until from listing"),
    words: await ask("select revision_id, article_id, published_at, visible_from, visible_until from search_doc"),
  };
}

const line = (...values: readonly unknown[]): string => values.map(spelled).join(" | ");

function spelled(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
