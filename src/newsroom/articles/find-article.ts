import type { Db } from "../../database/db.ts";
import { lastSegment, normalisePath } from "../../domain/slug/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { findByName, type NameBook } from "../names.ts";
import { articleParts, type ArticleRow } from "./articles.store.ts";

/**
 * The article a name means: its id, the beginning of its id, a slug (past ones too) or any path that ends in one.
 * Throws NOT_FOUND or AMBIGUOUS, FORBIDDEN.
 */
export const findArticle = (desk: Desk, name: string): Promise<ArticleRow> => {
  must(desk.actor, "article:read-drafts");
  return findByName(articleNames(desk.db), name);
};

const articleNames = (db: Db): NameBook<ArticleRow> => ({
  noun: "article",
  byId: (id) => db.article.findUnique({ where: { id }, include: articleParts }),
  byIdRange: (id) => db.article.findMany({ where: { id }, include: articleParts, take: 6 }),
  byName: [(name) => bySlug(db, name), (headline) => byHeadline(db, headline)],
  label: ({ slug, headRevision }) => `${slug} — ${headRevision.headline}`,
  around: (name) => resembling(db, name),
});

const bySlug = (db: Db, name: string): Promise<ArticleRow[]> => {
  const slug = lastSegment(normalisePath(name) ?? name) ?? name;
  return db.article.findMany({ where: { slugs: { some: { slug } } }, include: articleParts, take: 6 });
};

const byHeadline = (db: Db, headline: string): Promise<ArticleRow[]> =>
  db.article.findMany({ where: { headRevision: { headline } }, include: articleParts, take: 6 });

async function resembling(db: Db, name: string): Promise<{ id: string; name: string }[]> {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  if (words.length === 0) return [];
  const rows = await db.articleSlug.findMany({
    where: { OR: words.slice(0, 6).map((word) => ({ slug: { contains: word } })) },
    take: 200,
  });
  return rows.map(({ articleId, slug }) => ({ id: articleId, name: slug }));
}
