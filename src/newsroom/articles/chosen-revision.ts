import type { Db } from "../../database/db.ts";
import { notFound } from "../../kernel/errors/index.ts";
import type { ArticleRow } from "./articles.store.ts";
import { revisionRow, type RevisionRow } from "./revisions.store.ts";

/** The revision of an article with that number or id. Throws NOT_FOUND. */
export async function revisionOf(db: Db, articleId: string, which: number | string): Promise<RevisionRow> {
  const revision = await revisionRow(db, articleId, which);
  if (revision === null) throw notFound("revision", String(which));
  return revision;
}

/** The revision named, or the newest where none is. Throws NOT_FOUND. */
export const chosenRevision = async (
  db: Db,
  { id, headRevision }: ArticleRow,
  which: number | string | undefined,
): Promise<RevisionRow> => (which === undefined ? headRevision : revisionOf(db, id, which));
