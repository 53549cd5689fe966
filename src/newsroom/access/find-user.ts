import type { Db } from "../../database/db.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import type { Desk } from "../desk.ts";
import { findByName, type NameBook } from "../names.ts";
import { reading } from "../reading.ts";
import { must, type Actor } from "./access.policy.ts";
import { permissionsIn } from "./access.scopes.ts";
import * as store from "./access.store.ts";
import type { UserRecord } from "./access.store.ts";

/** The one user a name means: email address, id, or unique beginning of an id. Throws FORBIDDEN, NOT_FOUND, AMBIGUOUS. */
export const findUser = (desk: Pick<Desk, "db" | "actor">, name: string): Promise<UserRecord> =>
  reading(() => {
    must(desk.actor, "user:list");
    return userNamed(desk.db, name);
  });

/**
 * Who a person is at the desk, by email address. Throws UNAUTHENTICATED, in the same words whether there is no such
 * user or the account is disabled.
 */
export const actorFor = (db: Db, email: string): Promise<Actor> =>
  reading(async () => {
    const user = await store.userByEmail(db, email.trim().toLowerCase());
    if (user?.disabledAt !== null) throw nobody();
    return actorOf(user);
  });

/** A user as the one who acts, limited to what their token is limited to. */
export const actorOf = (user: UserRecord, scopes: readonly string[] = []): Actor => ({
  ...{ kind: "USER", id: user.id, name: user.displayName, role: user.role },
  ...(user.sections.length > 0 && { sectionIds: user.sections.map(({ section }) => section.id) }),
  ...(scopes.length > 0 && { scopes: permissionsIn(scopes) }),
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

const nobody = (): DatelineError =>
  new DatelineError("UNAUTHENTICATED", {
    says: "Nobody may act under that address.",
    fix: "Check --as and DESK_USER, or ask an admin whether the account is there and enabled.",
  });
