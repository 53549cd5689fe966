import { newId } from "../../kernel/ids.ts";
import { notFound } from "../../kernel/errors/index.ts";
import { must, mustReach } from "../access/index.ts";
import { sectionsOf } from "../articles/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { signToken } from "./preview-token.ts";
import { createPreviewInput, type CreatePreview } from "./preview.rules.ts";
import { ensurePreviewSecret, insertPreview, type PreviewRecord } from "./preview.store.ts";

/** A new preview. The token is told only here; it can be ended, not shown again. */
export interface CreatedPreview {
  readonly token: string;
  readonly preview: PreviewRecord;
}

const MINUTE = 60_000;

/**
 * Makes a token that shows one article, in whatever state it is and in the newest revision there is when it is read.
 * Whose work is limited to sections shows articles of those. Throws FORBIDDEN, SECTION_OUT_OF_SCOPE, INVALID_INPUT,
 * NOT_FOUND.
 */
export const createPreview = (caller: Desk, given: CreatePreview): Promise<CreatedPreview> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:preview");
    const { articleId, minutes, note = null } = checked(createPreviewInput, given);
    const sections = await sectionsOf(desk.db, [articleId]);
    if (sections.length === 0) throw notFound("article", articleId);
    await mustReach(desk, sections);
    const createdAt = desk.now();
    const expiresAt = new Date(createdAt.getTime() + minutes * MINUTE);
    const createdById = desk.actor.id;
    const id = newId();
    const preview = await insertPreview(desk.db, { id, articleId, createdById, createdAt, expiresAt, note });
    const after = { articleId, expiresAt: expiresAt.toISOString(), note };
    await recordAudit(desk, { action: "preview:create", entityType: "preview", entityId: id, after });
    const secret = await ensurePreviewSecret(desk.db);
    return { preview, token: await signToken(secret, { previewId: id, articleId }, expiresAt) };
  });
