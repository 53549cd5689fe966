import type { z } from "zod";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { reviseInput } from "./articles.input.ts";
import type { ArticleRow } from "./articles.store.ts";
import { editText } from "./edit-text.ts";
import { draftChanges } from "./words.ts";

/** New words for an article, and the version they were written on. */
export type ReviseArticle = z.input<typeof reviseInput>;

/**
 * Saves new words as the newest revision; what readers see stays until it is published. An AUTOSAVE takes the place of
 * the autosave of the same person before it. With `merge`, words written on an older version are joined with what came
 * since, where they touch other fields and blocks. Throws INVALID_INPUT, NOT_FOUND, ARTICLE_STALE, WRONG_STATE, FORBIDDEN.
 */
export const reviseArticle = (caller: Desk, given: ReviseArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:revise");
    const input = checked(reviseInput, given);
    const kind = input.revisionKind === undefined ? {} : { kind: input.revisionKind };
    const { before, after } = await editText(desk, input, (seen) => ({
      ...draftChanges(input.changes, seen.blocks),
      ...kind,
    }));
    await recordAudit(desk, {
      action: "article:revise",
      entityType: "article",
      entityId: after.id,
      before: { revision: before.headRevision.number },
      after: { revision: after.headRevision.number, changed: Object.keys(input.changes) },
    });
    return after;
  });
