import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { findByName, type NameBook } from "../names.ts";
import { recordAudit } from "../records/index.ts";
import { revokePreviewInput, type RevokePreview } from "./preview.rules.ts";
import * as store from "./preview.store.ts";
import type { PreviewRecord } from "./preview.store.ts";

/**
 * Ends a preview at once, whoever made it; one that has ended stays as it is. Throws FORBIDDEN, INVALID_INPUT,
 * NOT_FOUND, AMBIGUOUS.
 */
export const revokePreview = (caller: Desk, given: RevokePreview): Promise<PreviewRecord> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:preview");
    const { preview: name } = checked(revokePreviewInput, given);
    const found = await findByName(previewBook(desk), name);
    if (found.revokedAt !== null) return found;
    const ended = await store.endPreview(desk.db, found.id, desk.now());
    const before = { articleId: ended.articleId, expiresAt: ended.expiresAt.toISOString(), note: ended.note };
    await recordAudit(desk, { action: "preview:revoke", entityType: "preview", entityId: ended.id, before });
    return ended;
  });

const previewBook = ({ db }: Desk): NameBook<PreviewRecord> => ({
  noun: "preview",
  byId: (id) => store.previewById(db, id),
  byIdRange: (range) => store.previewsByIdRange(db, range),
  byName: [],
  label: ({ article, note }) => (note === null ? article.slug : `${article.slug} (${note})`),
});
