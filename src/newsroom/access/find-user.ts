import type { Db } from "../../database/db.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import type { Desk } from "../desk.ts";
import { findByName, type NameBook } from "../names.ts";
import { reading } from "../reading.ts";
import { must, type Actor } from "./access.policy.ts";
import * as store from "./access.store.ts";
import type { UserRecord } from "./access.store.ts";

/** The one user a name means: email address, id, or unique beginning of an id. Throws FORBIDDEN, NOT_FOUND, AMBIGUOUS. */
export const findUser = (desk: Pick<Desk, "db" | "actor">, name: string): Promise<UserRecord> =>
  reading(() => {
    must(desk.actor, "user:list");
    return userNamed(desk.db, name);
  });

/** Who a person is at the desk, by email address. Throws NOT_FOUND, FORBIDDEN when the account is disabled. */
export const actorFor = (db: Db, email: string): Promise<Actor> =>
  reading(async () => {
    const user = await userNamed(db, email);
    if (user.disabledAt !== null) throw disabled(user);
    return actorOf(user);
  });

/** A user as the one who acts. */
export const actorOf = ({ id, displayName, role }: UserRecord): Actor => ({
  kind: "USER",
  ...{ id, name: displayName, role },
});

/** Finds a user without asking who wants to know. */
export const userNamed = (db: Db, name: string): Promise<UserRecord> => findByName(userBook(db), name);

const userBook = (db: Db): NameBook<UserRecord> => ({
  noun: "user",
  byId: (id) => store.userById(db, id),
  byIdRange: (range) => store.usersByIdRange(db, range),
  byName: [async (name) => [await store.userByEmail(db, name.toLowerCase())].filter((user) => user !== null)],
  label: ({ email }) => email,
});

const disabled = ({ email }: UserRecord): DatelineError =>
  new DatelineError("FORBIDDEN", {
    says: `The account of ${email} is disabled.`,
    fix: "Act as somebody else, or ask an admin.",
  });
