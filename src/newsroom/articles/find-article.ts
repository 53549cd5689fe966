import type { Db } from "../../database/db.ts";
import { lastSegment, normalisePath } from "../../domain/slug/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { findByName, type NameBook } from "../names.ts";
import { reading } from "../reading.ts";
import * as store from "./articles.store.ts";
import type { ArticleRow } from "./articles.store.ts";
import { slugsWith } from "./slugs.store.ts";

/**
 * The article a name means: its id, the beginning of its id, a slug (past ones too) or any path that ends in one.
 * Throws NOT_FOUND or AMBIGUOUS, FORBIDDEN.
 */
export const findArticle = (desk: Desk, name: string): Promise<ArticleRow> =>
  reading(() => {
    must(desk.actor, "article:read-drafts");
    return findByName(articleNames(desk.db), name);
  });

const articleNames = (db: Db): NameBook<ArticleRow> => ({
  noun: "article",
  byId: (id) => store.articleRow(db, id),
  byIdRange: (range) => store.articlesByIdRange(db, range),
  byName: [(name) => bySlug(db, name), (headline) => store.articlesHeadlined(db, headline)],
  label: ({ slug, headRevision }) => `${slug} — ${headRevision.headline}`,
  around: (name) => resembling(db, name),
});

const bySlug = (db: Db, name: string): Promise<ArticleRow[]> =>
  store.articlesBySlug(db, lastSegment(normalisePath(name) ?? name) ?? name);

async function resembling(db: Db, name: string): Promise<{ id: string; name: string }[]> {
  // The beginnings of its words: what is mistyped is seldom the first letters.
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, 4));
  if (words.length === 0) return [];
  const rows = await slugsWith(db, words.slice(0, 6));
  return rows.map(({ articleId, slug }) => ({ id: articleId, name: slug }));
}
