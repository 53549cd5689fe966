import { notFound } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { revisionRow, type RevisionRow } from "../articles/index.ts";
import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";

/** A revision of an article by its number or id. Throws NOT_FOUND, FORBIDDEN. */
export const findRevision = (desk: Desk, articleId: string, which: number | string): Promise<RevisionRow> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const row = await revisionRow(desk.db, articleId, which);
    if (row === null) throw notFound("revision", String(which));
    return row;
  });
