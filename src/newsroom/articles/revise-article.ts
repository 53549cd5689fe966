import type { z } from "zod";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { articleToEdit } from "./article-to-edit.ts";
import { reviseInput } from "./articles.input.ts";
import type { ArticleRow } from "./articles.store.ts";
import { expectNotFinal } from "./articles.rules.ts";
import { draftChanges } from "./words.ts";
import { amend } from "./write-revision.ts";

/** New words for an article, and the version they were written on. */
export type ReviseArticle = z.input<typeof reviseInput>;

/**
 * Saves new words as the newest revision; what readers see stays until it is published.
 * Throws INVALID_INPUT, NOT_FOUND, ARTICLE_STALE, WRONG_STATE, FORBIDDEN.
 */
export const reviseArticle = (caller: Desk, given: ReviseArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:revise");
    const input = checked(reviseInput, given);
    const before = await articleToEdit(desk, input);
    expectNotFinal(before, desk.now());
    const kind = input.revisionKind === undefined ? {} : { kind: input.revisionKind };
    const after = await amend(desk, before, { ...draftChanges(input.changes), ...kind });
    await recordAudit(desk, {
      action: "article:revise",
      entityType: "article",
      entityId: after.id,
      before: { revision: before.headRevision.number },
      after: { revision: after.headRevision.number, changed: Object.keys(input.changes) },
    });
    return after;
  });
