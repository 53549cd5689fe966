import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { must } from "./access.policy.ts";
import { standingInput, type ChangeStanding } from "./access.rules.ts";
import { updateUser, type UserRecord } from "./access.store.ts";
import { editUser } from "./edit-user.ts";

/**
 * Keeps a user out at once: their tokens open nothing, and an act they begin is refused. What they did stays theirs.
 * Throws FORBIDDEN, INVALID_INPUT, NOT_FOUND, LAST_ADMIN.
 */
export const disableUser = (caller: Desk, given: ChangeStanding): Promise<UserRecord> =>
  withTransaction(caller, (desk) => {
    must(desk.actor, "user:manage");
    const write = ({ db }: OpenDesk, { id, disabledAt }: UserRecord) =>
      updateUser(db, id, { disabledAt: disabledAt ?? desk.now() });
    return editUser(desk, { action: "user:disable", ...checked(standingInput, given), write });
  });

/** Lets a user in again; tokens that have not ended meanwhile open again. Throws FORBIDDEN, INVALID_INPUT, NOT_FOUND. */
export const enableUser = (caller: Desk, given: ChangeStanding): Promise<UserRecord> =>
  withTransaction(caller, (desk) => {
    must(desk.actor, "user:manage");
    const write = ({ db }: OpenDesk, { id }: UserRecord) => updateUser(db, id, { disabledAt: null });
    return editUser(desk, { action: "user:enable", ...checked(standingInput, given), write });
  });
