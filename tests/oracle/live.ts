import { Prisma } from "../../src/database/generated/client.ts";

/**
 * `isLive` of src/domain/lifecycle as SQL over the columns of article: the condition "this row of article, known by
 * `alias` in the statement, is live at `at`". `published_at <= at` is implied, and bounds the index.
 * @param at the moment asked about; null means the database's own time.
 */
export const liveSql = (alias: ArticleAlias, at: Date | null): Prisma.Sql => {
  const a = aliases[alias];
  const t = momentSql(at);
  return Prisma.sql`(${a}.published_at <= ${t} AND ${a}.visible_from <= ${t} AND ${a}.visible_until > ${t})`;
};

/** The revision readers see of a live row of article. */
export const liveRevisionSql = (alias: ArticleAlias, at: Date | null): Prisma.Sql => {
  const a = aliases[alias];
  return Prisma.sql`(CASE WHEN ${a}.next_at <= ${momentSql(at)} THEN ${a}.next_revision_id ELSE ${a}.live_revision_id END)`;
};

/** The moment as a typed parameter; the database's time when none is given. */
export const momentSql = (at: Date | null): Prisma.Sql => Prisma.sql`coalesce(${at}::timestamptz, now())`;

/** The names a row of article may have in our statements: only these reach SQL text. */
const aliases = { a: Prisma.raw("a"), target: Prisma.raw("target") } as const;
type ArticleAlias = keyof typeof aliases;
