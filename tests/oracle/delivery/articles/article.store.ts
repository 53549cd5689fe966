import type { Db } from "../../../../src/database/db.ts";
import type { ArticleKind } from "../../../../src/database/generated/enums.ts";
import { Prisma } from "../../../../src/database/generated/client.ts";
import { liveRevisionSql, liveSql, momentSql } from "../../live.ts";

/** A live article with the words a card needs: everything but its body and its relations. */
export interface LiveArticle {
  readonly noun: "article";
  readonly id: string;
  /** The revision readers see at this moment. */
  readonly revisionId: string;
  readonly kind: ArticleKind;
  readonly slug: string;
  readonly sectionId: string;
  /** The canonical path, beginning with a slash. */
  readonly path: string;
  readonly firstPublishedAt: Date;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly headline: string;
  readonly shortHeadline: string | null;
  readonly kicker: string | null;
  readonly standfirst: string | null;
  /** BCP 47 tag. */
  readonly language: string;
  readonly dateline: string | null;
}

/** A row as `liveArticlesSql` selects it. */
export type ArticleRow = Omit<LiveArticle, "noun">;

// The day is a stored date, and the path is spelled like articlePath in src/domain/slug: a test holds them together.
const pathSql = Prisma.sql`'/' || s.path || to_char(a.path_date, '/YYYY/MM/DD/') || a.slug`;

/**
 * The beginning of a statement that selects live articles with the revision readers see: columns, tables and the live
 * condition; conditions (AND …), order and limit follow it.
 */
export function liveArticlesSql(at: Date, more: Prisma.Sql = Prisma.empty): Prisma.Sql {
  return Prisma.sql`
    SELECT a.id::text AS id, r.id::text AS "revisionId", a.kind::text AS kind, a.slug, a.section_id::text AS "sectionId",
      ${pathSql} AS path, a.first_published_at AS "firstPublishedAt", a.published_at AS "publishedAt",
      CASE WHEN a.next_at <= ${momentSql(at)} AND NOT a.next_is_minor THEN a.next_at ELSE a.updated_at END AS "updatedAt",
      r.headline, r.short_headline AS "shortHeadline", r.kicker, r.standfirst, r.language,
      coalesce(r.dateline_place, r.dateline_raw) AS dateline ${more}
    FROM article a
      JOIN revision r ON r.id = ${liveRevisionSql("a", at)}
      JOIN section s ON s.id = a.section_id
    WHERE ${liveSql("a", at)}`;
}

/** A row as the article it is. */
export const articleOf = (row: ArticleRow): LiveArticle => ({ ...row, noun: "article" });

/** The live ones of the articles with these ids, in no order. */
export async function liveByIds(db: Db, ids: readonly string[], at: Date): Promise<readonly LiveArticle[]> {
  const rows = await db.$queryRaw<ArticleRow[]>`${liveArticlesSql(at)} AND a.id = ANY(${ids}::uuid[])`;
  return rows.map(articleOf);
}

/** The ids of the articles that have or had these slugs, live or not. */
export async function ownersOfSlugs(
  db: Db,
  slugs: readonly string[],
): Promise<readonly { slug: string; articleId: string }[]> {
  return db.articleSlug.findMany({ where: { slug: { in: [...slugs] } }, select: { slug: true, articleId: true } });
}
