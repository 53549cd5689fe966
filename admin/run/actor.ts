import { actorFor, listUsers, systemActor, type Actor } from "../../src/newsroom/access/index.ts";
import type { Desk } from "../../src/newsroom/desk.ts";
import { localAdmin } from "../../src/newsroom/setup/index.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";

/** What decides who acts. */
export interface Acting {
  /** The email address somebody named. */
  readonly email: string | null;
  /** Whether the database is our own embedded one. */
  readonly embedded: boolean;
  /** Whether the act may be the very first one, when there is nobody yet. */
  readonly mayBeFirst: boolean;
}

/**
 * Who acts: the user named, else on our own embedded database its local admin. Throws UNAUTHENTICATED for a user who
 * is unknown or disabled, and where nobody is named and the database is not ours.
 */
export async function whoActs(db: Desk["db"], { email, embedded, mayBeFirst }: Acting): Promise<Actor> {
  if (email !== null) return actorFor(db, email);
  if (embedded) return actorFor(db, localAdmin);
  const nobodyYet = (await listUsers({ db, actor: systemActor })).length === 0;
  if (nobodyYet && mayBeFirst) return systemActor;
  throw new DatelineError("UNAUTHENTICATED", {
    says: "On this database the desk does not know who acts.",
    fix: nobodyYet ? "Make the first user: desk user create EMAIL --role admin" : "Add --as EMAIL, or set DESK_USER.",
  });
}
