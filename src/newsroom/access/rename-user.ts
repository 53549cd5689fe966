import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { must } from "./access.policy.ts";
import { renameUserInput, type RenameUser } from "./access.rules.ts";
import { updateUser, type UserRecord } from "./access.store.ts";
import { editUser } from "./edit-user.ts";

/** Changes the name the desk shows; what was done under the old one keeps it. Throws FORBIDDEN, INVALID_INPUT, NOT_FOUND. */
export const renameUser = (caller: Desk, given: RenameUser): Promise<UserRecord> =>
  withTransaction(caller, (desk) => {
    must(desk.actor, "user:manage");
    const { user, displayName, reason } = checked(renameUserInput, given);
    const write = ({ db }: OpenDesk, { id }: UserRecord) => updateUser(db, id, { displayName });
    return editUser(desk, { action: "user:rename", user, reason, write });
  });
