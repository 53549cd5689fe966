import { z } from "zod";
import { invalid } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { articleToEdit, changed } from "./article-to-edit.ts";
import { acceptInput, editInput } from "./articles.input.ts";
import { expectNotFinal } from "./articles.rules.ts";
import type { ArticleRow } from "./articles.store.ts";

const expiryInput = z.strictObject({ ...editInput, ...acceptInput, expiresAt: z.date().nullable() });

/** Which article, and from when on readers no longer have it; null for never. */
export type SetExpiry = z.input<typeof expiryInput>;

/**
 * Sets the time from which readers no longer have an article. To end it now, hold or unpublish it: those take a reason.
 * One that had expired and comes back passes the preflight. Throws ARTICLE_INCOMPLETE, WARNINGS_STAND, INVALID_INPUT,
 * WRONG_STATE, ARTICLE_STALE, NOT_FOUND, FORBIDDEN.
 */
export const setExpiry = (caller: Desk, given: SetExpiry): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:expire");
    const { expiresAt, acceptedWarnings, ...seen } = checked(expiryInput, given);
    const before = await articleToEdit(desk, seen);
    expectNotFinal(before, desk.now());
    const earliest = latestOf(desk.now(), before.publishedAt);
    if (expiresAt !== null && expiresAt <= earliest) {
      throw invalid([{ path: ["expiresAt"], message: `must lie after ${earliest.toISOString()}` }]);
    }
    const after = await changed(desk, before, { expiresAt }, acceptedWarnings);
    const at = (time: Date | null) => ({ expiresAt: time?.toISOString() ?? null });
    const entity = { entityType: "article", entityId: after.id } as const;
    await recordAudit(desk, {
      action: "article:expire",
      ...entity,
      before: at(before.expiresAt),
      after: at(expiresAt),
    });
    return after;
  });

const latestOf = (now: Date, publishedAt: Date | null): Date =>
  publishedAt !== null && publishedAt > now ? publishedAt : now;
