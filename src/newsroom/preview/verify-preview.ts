import type { Db } from "../../database/db.ts";
import { workflowState, type WorkflowState } from "../../domain/lifecycle/index.ts";
import { systemClock, type Clock } from "../../kernel/clock.ts";
import { isId } from "../../kernel/ids.ts";
import { reading } from "../reading.ts";
import { isNewUse } from "../records/index.ts";
import { readToken } from "./preview-token.ts";
import { noteUse, previewProof, previewSecret, type PreviewProof } from "./preview.store.ts";

/** What a good token shows. */
export interface Previewed {
  readonly articleId: string;
  /** The newest revision at this moment. */
  readonly revisionId: string;
  readonly state: WorkflowState;
  /** When an embargo on it ends; null where there is none, or one without an end. */
  readonly embargoUntil: Date | null;
  /** An embargo without an end. */
  readonly embargoHold: boolean;
}

/**
 * What a preview token shows now, or null: unknown, foreign, ended and out of time all look the same, and so does one
 * whose maker has been disabled. Its use is noted about once a minute.
 */
export const verifyPreview = (db: Db, token: string, now: Clock = systemClock): Promise<Previewed | null> =>
  reading(async () => {
    const at = now();
    const secret = await previewSecret(db);
    const claims = secret === null ? null : await readToken(secret, token, at);
    if (claims === null || !isId(claims.previewId)) return null;
    const proof = await previewProof(db, claims.previewId);
    if (proof?.articleId !== claims.articleId || !isGood(proof, at)) return null;
    if (isNewUse(proof.lastUsedAt, at)) await noteUse(db, proof.id, at);
    return previewedOf(proof.article, at);
  });

const isGood = ({ revokedAt, expiresAt, createdBy }: PreviewProof, at: Date): boolean =>
  revokedAt === null && expiresAt > at && (createdBy?.disabledAt ?? null) === null;

function previewedOf(article: PreviewProof["article"], at: Date): Previewed {
  const { id, headRevisionId, embargoUntil, embargoHold } = article;
  return {
    ...{ articleId: id, revisionId: headRevisionId, state: workflowState(article, at) },
    ...{ embargoUntil: embargoUntil !== null && embargoUntil > at ? embargoUntil : null, embargoHold },
  };
}
