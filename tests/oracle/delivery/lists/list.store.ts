import type { Db } from "../../../../src/database/db.ts";
import type { TopicType } from "../../../../src/database/generated/enums.ts";
import { Prisma } from "../../../../src/database/generated/client.ts";
import { liveRevisionSql } from "../../live.ts";
import { articleOf, liveArticlesSql, type ArticleRow, type LiveArticle } from "../articles/index.ts";
import type { Place } from "./cursor.ts";
import type { PageRange } from "./page.ts";

/** What decides which live articles are in a list; what is left out does not matter. Newest first. */
export interface ArticleList {
  /** In one of these sections, as the main or a secondary one. */
  readonly sectionIds?: readonly string[];
  readonly topicId?: string;
  readonly topicType?: TopicType;
  /** Never these articles. */
  readonly without?: readonly string[];
}

/** One part of a batch: a stretch of a list. */
export interface Stretch extends PageRange {
  readonly list: ArticleList;
}

/** A place in a list, and which side of it is asked about. */
export interface Side {
  readonly list: ArticleList;
  readonly place: Place;
  readonly side: "newer" | "older";
}

function inSections(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`AND (a.section_id = ANY(${ids}::uuid[])
    OR EXISTS (SELECT 1 FROM article_section x WHERE x.article_id = a.id AND x.section_id = ANY(${ids}::uuid[])))`;
}

function withTopic(at: Date, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`AND EXISTS (SELECT 1 FROM article_topic x JOIN topic t ON t.id = x.topic_id
    WHERE x.revision_id = ${liveRevisionSql("a", at)} AND ${condition})`;
}

function inList({ sectionIds, topicId, topicType, without }: ArticleList, at: Date): Prisma.Sql {
  const conditions = [
    sectionIds && inSections(sectionIds),
    topicId === undefined ? undefined : withTopic(at, Prisma.sql`t.id = ${topicId}::uuid`),
    topicType === undefined ? undefined : withTopic(at, Prisma.sql`t.type = ${topicType}::topic_type`),
    without && Prisma.sql`AND a.id <> ALL(${without}::uuid[])`,
  ];
  return Prisma.join(
    conditions.map((condition) => condition ?? Prisma.empty),
    " ",
  );
}

const placeSql = ({ publishedAt, id }: Place): Prisma.Sql => Prisma.sql`(${publishedAt}::timestamptz, ${id}::uuid)`;
const olderThan = (place: Place): Prisma.Sql => Prisma.sql`AND (a.published_at, a.id) < ${placeSql(place)}`;
const newerThan = (place: Place): Prisma.Sql => Prisma.sql`AND (a.published_at, a.id) > ${placeSql(place)}`;
const orders = {
  start: Prisma.sql`ORDER BY a.published_at DESC, a.id DESC`,
  end: Prisma.sql`ORDER BY a.published_at, a.id`,
} as const;

function stretchSql({ list, from, size, after, before }: Stretch, at: Date, part: number): Prisma.Sql {
  const bounds = [after ? olderThan(after) : Prisma.empty, before ? newerThan(before) : Prisma.empty];
  return Prisma.sql`(${liveArticlesSql(at, Prisma.sql`, ${part}::int AS part`)}
    ${inList(list, at)} ${bounds[0]} ${bounds[1]} ${orders[from]} LIMIT ${size})`;
}

/** Stretches of lists, in one statement. Each begins at the end it was asked from. */
export async function stretches(db: Db, wanted: readonly Stretch[], at: Date): Promise<readonly LiveArticle[][]> {
  const parts = wanted.map((stretch, part) => stretchSql(stretch, at, part));
  const rows = await db.$queryRaw<(ArticleRow & { part: number })[]>`${Prisma.join(parts, " UNION ALL ")}`;
  return wanted.map((_, index) => rows.filter(({ part }) => part === index).map(articleOf));
}

/** Whether there are articles on a side of a place (one that stands at the place counts as being there). */
export async function anyBeside(db: Db, sides: readonly Side[], at: Date): Promise<readonly boolean[]> {
  const parts = sides.map(({ list, place, side }, part) => {
    const bound = side === "newer" ? Prisma.sql`>=` : Prisma.sql`<=`;
    return Prisma.sql`SELECT ${part}::int AS part, EXISTS (${liveArticlesSql(at)} ${inList(list, at)}
      AND (a.published_at, a.id) ${bound} ${placeSql(place)}) AS found`;
  });
  const rows = await db.$queryRaw<{ part: number; found: boolean }[]>`${Prisma.join(parts, " UNION ALL ")}`;
  return sides.map((_, index) => rows.some(({ part, found }) => part === index && found));
}

/** How many live articles are in each list. */
export async function counts(db: Db, lists: readonly ArticleList[], at: Date): Promise<readonly number[]> {
  const parts = lists.map(
    (list, part) => Prisma.sql`SELECT ${part}::int AS part, count(*)::int AS total
      FROM (${liveArticlesSql(at)} ${inList(list, at)}) listed`,
  );
  const rows = await db.$queryRaw<{ part: number; total: number }[]>`${Prisma.join(parts, " UNION ALL ")}`;
  return lists.map((_, index) => rows.find(({ part }) => part === index)?.total ?? 0);
}
