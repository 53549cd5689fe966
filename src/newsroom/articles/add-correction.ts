import { z } from "zod";
import { CorrectionKind } from "../../database/generated/enums.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked, proseInput } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { articleToEdit, changed } from "./article-to-edit.ts";
import { editInput } from "./articles.input.ts";
import { insertCorrection, type ArticleRow } from "./articles.store.ts";

const correctionInput = z.strictObject({
  ...editInput,
  kind: z.enum(CorrectionKind).default("CORRECTION"),
  text: proseInput(2000),
  internalReason: proseInput(1000).optional(),
});

/** A public note on a published article; the internal reason stays at the desk. */
export type AddCorrection = z.input<typeof correctionInput>;

/** Puts a public note under a published article. Throws WRONG_STATE, ARTICLE_STALE, NOT_FOUND, INVALID_INPUT, FORBIDDEN. */
export const addCorrection = (caller: Desk, given: AddCorrection): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:publish");
    const { kind, text: words, internalReason, ...seen } = checked(correctionInput, given);
    const before = await articleToEdit(desk, seen);
    const { id: articleId, liveRevisionId: revisionId, firstPublishedAt } = before;
    if (before.state !== "PUBLISHED" || firstPublishedAt === null || firstPublishedAt > desk.now()) {
      throw new DatelineError("WRONG_STATE", { says: "Only what readers have seen can be corrected." });
    }
    const by = { authorId: desk.actor.id, publishedAt: desk.now(), internalReason: internalReason ?? null };
    await insertCorrection(desk.db, { articleId, revisionId, kind, text: words, ...by });
    const after = await changed(desk, before, { updatedAt: desk.now() });
    const note = { action: "article:add-correction", entityType: "article", entityId: articleId } as const;
    const reason = internalReason === undefined ? {} : { reason: internalReason };
    await recordAudit(desk, { ...note, after: { kind, text: words }, ...reason });
    return after;
  });
