import type { Db } from "../../database/db.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import type { Actor } from "./access.policy.ts";
import { standingOf } from "./access.store.ts";

/**
 * An actor as they stand at this moment: a role or a limit changed since they came in counts from the next act on.
 * Throws FORBIDDEN when the account was disabled meanwhile.
 */
export async function actorNow(db: Db, actor: Actor): Promise<Actor> {
  if (actor.id === null) return actor;
  const user = await standingOf(db, actor.id);
  if (user?.disabledAt !== null) {
    throw new DatelineError("FORBIDDEN", { says: "Your account is disabled.", fix: "Ask an admin to enable it." });
  }
  const { kind, id, scopes, until } = actor;
  const { displayName: name, role, sectionIds } = user;
  const proven = { ...(scopes && { scopes }), ...(until && { until }) };
  return { kind, id, name, role, ...proven, ...(sectionIds.length > 0 && { sectionIds }) };
}
