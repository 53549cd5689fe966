import { z } from "zod";
import { workflowState } from "../../domain/lifecycle/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked, proseInput } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { articleToEdit, changed, mustLead } from "./article-to-edit.ts";
import { editInput } from "./articles.input.ts";
import type { ArticleChange, ArticleRow } from "./articles.store.ts";

const unpublishInput = z.strictObject({ ...editInput, reason: proseInput(1000) });

/** Which article to take from the readers, and why; the reason stays at the desk. */
export type UnpublishArticle = z.input<typeof unpublishInput>;

/**
 * Takes an article from the readers: its path answers "gone". One that is only scheduled is not published after all.
 * Throws WRONG_STATE, ARTICLE_STALE, NOT_FOUND, INVALID_INPUT (no reason), FORBIDDEN.
 */
export const unpublishArticle = (caller: Desk, given: UnpublishArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    const { reason, ...seen } = checked(unpublishInput, given);
    const before = await articleToEdit(desk, seen);
    const scheduled = workflowState(before, desk.now()) === "SCHEDULED";
    const verb = scheduled ? "unschedule" : "unpublish";
    must(desk.actor, scheduled ? "article:publish" : "article:unpublish");
    mustLead(before, verb, desk.now());
    const after = await changed(desk, before, scheduled ? unscheduled : takenDown);
    await recordAudit(desk, {
      action: `article:${verb}`,
      entityType: "article",
      entityId: after.id,
      before: { state: before.state, publishedAt: before.publishedAt?.toISOString() ?? null },
      after: { state: after.state },
      reason,
    });
    return after;
  });

const takenDown: ArticleChange = { state: "UNPUBLISHED", nextRevisionId: null, nextAt: null, nextIsMinor: false };
const unscheduled: ArticleChange = {
  ...takenDown,
  ...{
    state: "APPROVED",
    liveRevisionId: null,
    firstPublishedAt: null,
    publishedAt: null,
    updatedAt: null,
    pathDate: null,
  },
};
