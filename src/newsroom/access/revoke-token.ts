import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { findByName, type NameBook } from "../names.ts";
import { recordAudit } from "../records/index.ts";
import { may, must } from "./access.policy.ts";
import { revokeTokenInput, type RevokeToken } from "./access.rules.ts";
import * as store from "./access.store.ts";
import type { TokenRecord } from "./access.store.ts";
import { prefixOf } from "./token.ts";

/**
 * Ends a token at once: one's own, or as an admin anybody's; one that has ended stays as it is. Somebody else's looks
 * to others as if it did not exist. Throws INVALID_INPUT, NOT_FOUND, AMBIGUOUS, FORBIDDEN.
 */
export const revokeToken = (caller: Desk, given: RevokeToken): Promise<TokenRecord> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "token:manage");
    const { token: name } = checked(revokeTokenInput, given);
    const found = await findByName(tokenBook(desk), prefixOf(name) ?? name);
    if (found.revokedAt !== null) return found;
    const ended = await store.endToken(desk.db, found.id, desk.now());
    const { name: called, keyPrefix, revokedAt } = ended;
    const token = { user: ended.user.email, name: called, keyPrefix };
    const faces = { before: { ...token, revokedAt: null }, after: { ...token, revokedAt: revokedAt?.toISOString() } };
    await recordAudit(desk, { action: "token:revoke", entityType: "api-client", entityId: ended.id, ...faces });
    return ended;
  });

const tokenBook = (desk: Desk): NameBook<TokenRecord> => {
  const { db } = desk;
  return {
    noun: "token",
    byId: async (id) => within(desk, [await store.tokenById(db, id)])[0] ?? null,
    byIdRange: async (range) => within(desk, await store.tokensByIdRange(db, range)),
    byName: [async (prefix) => within(desk, [await store.tokenByPrefix(db, prefix)])],
    label: ({ keyPrefix, name }) => `${keyPrefix} (${name})`,
  };
};

const within = ({ actor }: Desk, found: readonly (TokenRecord | null)[]): TokenRecord[] =>
  found.filter((token) => token !== null && (token.userId === actor.id || may(actor, "user:manage"))) as TokenRecord[];
