import { DatelineError } from "../../kernel/errors/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { must } from "./access.policy.ts";
import { createUserInput, type CreateUser } from "./access.rules.ts";
import { insertUser, userByEmail, type UserRecord } from "./access.store.ts";

/** Lets somebody work at the desk. Throws FORBIDDEN, INVALID_INPUT, ALREADY_EXISTS (the address). */
export const createUser = (caller: Desk, given: CreateUser): Promise<UserRecord> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "user:manage");
    const { email, role, displayName = nameIn(email) } = checked(createUserInput, given);
    if ((await userByEmail(desk.db, email)) !== null) throw taken(email);
    const user = await insertUser(desk.db, { email, role, displayName, createdAt: desk.now() });
    const after = { email, role, displayName };
    await recordAudit(desk, { action: "user:create", entityType: "user", entityId: user.id, after });
    return user;
  });

const nameIn = (email: string): string => email.slice(0, email.indexOf("@"));

const taken = (email: string): DatelineError =>
  new DatelineError("ALREADY_EXISTS", { says: `There is a user ${email} already.`, details: { email } });
