import type { OpenDesk } from "../desk.ts";

/** Under this name stands what was read from plain-text pages, by the hash of their content. */
const source = "text-page";

/** Imports take turns: two of the same page at the same moment would each find nothing there. */
export async function takeImportTurn(desk: OpenDesk): Promise<void> {
  await desk.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('text-page-import', 0))`;
}

/** The id of the article that was made from this very content, or null. */
export async function importedArticleId(desk: OpenDesk, hash: string): Promise<string | null> {
  const known = await desk.db.externalId.findUnique({
    where: { source_externalId: { source, externalId: hash } },
    select: { entityId: true },
  });
  return known?.entityId ?? null;
}

/** Remembers which article was made from this content. */
export async function rememberImport(desk: OpenDesk, hash: string, articleId: string): Promise<void> {
  const row = { source, externalId: hash, entityType: "article", entityId: articleId, createdAt: desk.now() };
  await desk.db.externalId.create({ data: row });
}

/** Which of these articles stand in a section, as their main one. */
export async function idsInSection(desk: OpenDesk, ids: readonly string[], sectionId: string): Promise<string[]> {
  const rows = await desk.db.article.findMany({ where: { id: { in: [...ids] }, sectionId }, select: { id: true } });
  return rows.map(({ id }) => id);
}
