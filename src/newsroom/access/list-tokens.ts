import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import { may } from "./access.policy.ts";
import { tokensOf, type TokenRecord } from "./access.store.ts";

/** The tokens one may end: one's own, for an admin everybody's; the newest first, ended ones too. */
export const listTokens = ({ db, actor }: Pick<Desk, "db" | "actor">): Promise<readonly TokenRecord[]> =>
  reading(async () => {
    if (may(actor, "user:manage")) return tokensOf(db, undefined);
    return actor.id === null ? [] : tokensOf(db, actor.id);
  });
