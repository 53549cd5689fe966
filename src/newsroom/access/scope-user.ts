import { DatelineError } from "../../kernel/errors/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { must } from "./access.policy.ts";
import { scopeUserInput, type ScopeUser } from "./access.rules.ts";
import { writeLimits, type UserRecord } from "./access.store.ts";
import { editUser } from "./edit-user.ts";

/**
 * Limits what a user may write to sections and everything below them; an empty list sets them free. Reading stays
 * open to them everywhere. Nobody changes their own limits. Throws FORBIDDEN, INVALID_INPUT, NOT_FOUND.
 */
export const scopeUser = (caller: Desk, given: ScopeUser): Promise<UserRecord> =>
  withTransaction(caller, (desk) => {
    must(desk.actor, "user:manage");
    const { user, sectionIds, reason } = checked(scopeUserInput, given);
    return editUser(desk, {
      ...{ action: "user:scope", user, reason },
      write: async ({ db, actor }, { id }) => {
        if (id === actor.id) throw ownLimits();
        await writeLimits(db, id, sectionIds);
      },
    });
  });

const ownLimits = (): DatelineError =>
  new DatelineError("FORBIDDEN", { says: "Nobody changes the limits of their own work.", fix: "Ask another admin." });
