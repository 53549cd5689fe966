import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { may, must } from "./access.policy.ts";
import { createTokenInput, type CreateToken } from "./access.rules.ts";
import { insertToken, userById, type TokenRecord, type UserRecord } from "./access.store.ts";
import { userNamed } from "./find-user.ts";
import { newKey } from "./token.ts";

/** A new token. The token itself is told only here, once; nothing can bring it back. */
export interface CreatedToken {
  readonly token: string;
  readonly record: TokenRecord;
}

const DAY = 24 * 60 * 60 * 1000;

/** Makes a key to the desk API: for oneself, or by an admin for anybody. Throws FORBIDDEN, INVALID_INPUT, NOT_FOUND. */
export const createToken = (caller: Desk, given: CreateToken): Promise<CreatedToken> =>
  withTransaction(caller, async (desk) => {
    const { user: whose, name, expiresInDays } = checked(createTokenInput, given);
    const user = await bearer(desk, whose);
    const { token, ...kept } = newKey();
    const createdAt = desk.now();
    const expiresAt = expiresInDays === undefined ? null : new Date(createdAt.getTime() + expiresInDays * DAY);
    const record = await insertToken(desk.db, { userId: user.id, name, ...kept, scopes: [], expiresAt, createdAt });
    const after = { user: user.email, name, keyPrefix: kept.keyPrefix, expiresAt: expiresAt?.toISOString() ?? null };
    await recordAudit(desk, { action: "token:create", entityType: "api-client", entityId: record.id, after });
    return { token, record };
  });

// Whoever may not manage users learns nothing about them, not even whether they exist.
async function bearer({ actor, db }: OpenDesk, name: string): Promise<UserRecord> {
  if (may(actor, "user:manage")) return userNamed(db, name);
  const self = actor.id === null ? null : await userById(db, actor.id);
  if (self !== null && [self.id, self.email].includes(name.toLowerCase())) return self;
  must(actor, "user:manage");
  return userNamed(db, name);
}
