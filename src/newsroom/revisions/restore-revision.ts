import { z } from "zod";
import { must } from "../access/index.ts";
import {
  amend,
  articleToEdit,
  draftOf,
  editInput,
  expectNotFinal,
  revisionOf,
  whichRevision,
  type ArticleRow,
} from "../articles/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked, proseInput } from "../input.ts";
import { recordAudit } from "../records/index.ts";

const restoreInput = z.strictObject({
  ...editInput,
  revision: whichRevision,
  note: proseInput(1000).optional(),
});

/** Which revision to bring back, and the version of the article last seen. */
export type RestoreRevision = z.input<typeof restoreInput>;

/**
 * Brings an older revision back as the newest one: words, bylines, media, links and topics. Readers notice nothing until
 * it is published; nothing in between is lost. Restoring the newest one changes nothing.
 * Throws NOT_FOUND, ARTICLE_STALE, WRONG_STATE, INVALID_INPUT, FORBIDDEN.
 */
export const restoreRevision = (caller: Desk, given: RestoreRevision): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:revise");
    const { revision: which, note, ...seen } = checked(restoreInput, given);
    const before = await articleToEdit(desk, seen);
    expectNotFinal(before, desk.now());
    const old = await revisionOf(desk.db, before.id, which);
    if (old.id === before.headRevisionId) return before;
    const draft = { ...draftOf(old), kind: "RESTORE" as const, note: note ?? `Brings back revision ${old.number}` };
    const after = await amend(desk, before, draft, { basedOnId: old.id });
    await recordAudit(desk, {
      action: "article:restore",
      entityType: "article",
      entityId: after.id,
      before: { revision: before.headRevision.number },
      after: { revision: after.headRevision.number, restored: old.number },
    });
    return after;
  });
