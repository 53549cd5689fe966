import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { must } from "./access.policy.ts";
import { setRoleInput, type SetRole } from "./access.rules.ts";
import { updateUser, type UserRecord } from "./access.store.ts";
import { editUser } from "./edit-user.ts";

/** Gives a user another role, from their next act on. Throws FORBIDDEN, INVALID_INPUT, NOT_FOUND, LAST_ADMIN. */
export const setRole = (caller: Desk, given: SetRole): Promise<UserRecord> =>
  withTransaction(caller, (desk) => {
    must(desk.actor, "user:manage");
    const { user, role, reason } = checked(setRoleInput, given);
    const write = ({ db }: OpenDesk, { id }: UserRecord) => updateUser(db, id, { role });
    return editUser(desk, { action: "user:set-role", user, reason, write });
  });
