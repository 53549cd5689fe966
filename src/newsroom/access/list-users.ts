import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import { must } from "./access.policy.ts";
import { allUsers, type UserRecord } from "./access.store.ts";

/** Everybody who works or worked at the desk, by address. Throws FORBIDDEN. */
export const listUsers = (desk: Pick<Desk, "db" | "actor">): Promise<readonly UserRecord[]> =>
  reading(() => {
    must(desk.actor, "user:list");
    return allUsers(desk.db);
  });
