import { must } from "../access/index.ts";
import { revisionOf, type RevisionRow } from "../articles/index.ts";
import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";

/** A revision of an article by its number or id. Throws NOT_FOUND, FORBIDDEN. */
export const findRevision = (desk: Desk, articleId: string, which: number | string): Promise<RevisionRow> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    return revisionOf(desk.db, articleId, which);
  });
