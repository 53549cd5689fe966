import type { Db } from "../../database/db.ts";

const medium = {
  ...{ id: true, creditLine: true, alt: true, caption: true, decorative: true, sha256: true, state: true },
  ...{ rightsExpireAt: true, usageTerms: true, instructions: true },
} as const;

// Most articles name none in their text, and a publication should not ask for nothing.
const ifAny = async <Found>(ids: readonly string[], find: (id: { in: string[] }) => Promise<Found[]>) =>
  ids.length === 0 ? [] : find({ in: [...ids] });

/** The media with these ids, in any order. */
export const mediaNamed = (db: Db, ids: readonly string[]) =>
  ifAny(ids, (id) => db.media.findMany({ where: { id }, select: medium }));

const target = {
  ...{ id: true, slug: true, state: true, publishedAt: true, updatedAt: true, embargoUntil: true, embargoHold: true },
  ...{ expiresAt: true, nextAt: true, nextIsMinor: true, liveRevisionId: true, nextRevisionId: true },
  headRevision: { select: { headline: true } },
} as const;

/** The articles with these ids as far as links need them, in any order. */
export const targetsNamed = (db: Db, ids: readonly string[]) =>
  ifAny(ids, (id) => db.article.findMany({ where: { id }, select: target }));

/** Where the redirect at a path leads, unless it leads to this article; null when there is none. */
export async function pathTakenBy(db: Db, fromPath: string, articleId: string): Promise<string | null> {
  const redirect = await db.redirect.findUnique({
    where: { fromPath },
    include: { toArticle: { select: { slug: true } }, toSection: { select: { path: true } } },
  });
  if (redirect === null || redirect.toArticleId === articleId) return null;
  const { toArticle, toSection, toPath } = redirect;
  return toArticle?.slug ?? (toSection === null ? (toPath ?? "nowhere (gone)") : `/${toSection.path}`);
}
