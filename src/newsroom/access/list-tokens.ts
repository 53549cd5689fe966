import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import { may, must } from "./access.policy.ts";
import { tokensOf, type TokenRecord } from "./access.store.ts";

/** Whether to list one's own tokens only. */
export interface ListTokens {
  readonly mine?: boolean;
}

/** The tokens one may end: one's own, for an admin everybody's; the newest first, ended ones too. Throws FORBIDDEN. */
export const listTokens = (
  { db, actor }: Pick<Desk, "db" | "actor">,
  { mine = false }: ListTokens = {},
): Promise<readonly TokenRecord[]> =>
  reading(async () => {
    must(actor, "token:manage");
    if (!mine && may(actor, "user:manage")) return tokensOf(db, undefined);
    return actor.id === null ? [] : tokensOf(db, actor.id);
  });
