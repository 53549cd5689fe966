import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import { may, must, type Actor } from "./access.policy.ts";
import { createTokenInput, type CreateToken } from "./access.rules.ts";
import { permissionsIn } from "./access.scopes.ts";
import { insertToken, userById, type TokenRecord, type UserRecord } from "./access.store.ts";
import { userNamed } from "./find-user.ts";
import { newKey } from "./token.ts";

/** A new token. The token itself is told only here, once; nothing can bring it back. */
export interface CreatedToken {
  readonly token: string;
  readonly record: TokenRecord;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Makes a key to the desk API: for oneself, or by an admin for anybody. It holds at most its user's role and, where
 * scopes are named, those permissions; one made with a token never holds more than that one, nor lasts longer. Throws
 * FORBIDDEN, INVALID_INPUT, NOT_FOUND.
 */
export const createToken = (caller: Desk, given: CreateToken): Promise<CreatedToken> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "token:manage");
    const { user: whose, name, scopes, expiresInDays } = checked(createTokenInput, given);
    expectWithin(desk.actor, scopes);
    const user = await bearer(desk, whose);
    const { token, ...kept } = newKey();
    const createdAt = desk.now();
    const expiresAt = endFor(desk.actor, createdAt, expiresInDays);
    const record = await insertToken(desk.db, { userId: user.id, name, ...kept, scopes, expiresAt, createdAt });
    const facts = { user: user.email, name, keyPrefix: kept.keyPrefix, scopes };
    const after = { ...facts, expiresAt: expiresAt?.toISOString() ?? null };
    await recordAudit(desk, { action: "token:create", entityType: "api-client", entityId: record.id, after });
    return { token, record };
  });

function expectWithin({ scopes: held }: Actor, scopes: readonly string[]): void {
  if (held === undefined) return;
  if (scopes.length > 0 && permissionsIn(scopes).every((permission) => held.includes(permission))) return;
  throw new DatelineError("FORBIDDEN", {
    says: "A token gives no more than it holds.",
    fix: `Limit the new one to some of: ${held.join(", ")}.`,
    details: { scopes: held },
  });
}

function endFor({ until }: Actor, createdAt: Date, days: number | undefined): Date | null {
  if (days === undefined) return until ?? null;
  const end = new Date(createdAt.getTime() + days * DAY);
  if (until === undefined || end <= until) return end;
  throw new DatelineError("FORBIDDEN", {
    says: "A token lasts no longer than the one that makes it.",
    fix: `Let the new one end by ${until.toISOString()}, or leave its end out.`,
    details: { until: until.toISOString() },
  });
}

// Whoever may not manage users learns nothing about them, not even whether they exist.
async function bearer({ actor, db }: OpenDesk, name: string): Promise<UserRecord> {
  if (may(actor, "user:manage")) return userNamed(db, name);
  const self = actor.id === null ? null : await userById(db, actor.id);
  if (self !== null && [self.id, self.email].includes(name.toLowerCase())) return self;
  must(actor, "user:manage");
  return userNamed(db, name);
}
