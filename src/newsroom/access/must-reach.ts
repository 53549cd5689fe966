import { DatelineError } from "../../kernel/errors/index.ts";
import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import { pathsOutside, sectionPaths } from "./access.store.ts";

/** The paths of the sections one's own writing is limited to; none where it is not. */
export const limitsOf = ({ actor, db }: Pick<Desk, "actor" | "db">): Promise<readonly string[]> =>
  reading(async () => (actor.sectionIds === undefined ? [] : sectionPaths(db, actor.sectionIds)));

/**
 * Throws SECTION_OUT_OF_SCOPE unless each of these sections (null: the top of the tree) lies within what the actor's
 * work is limited to. Ids that are no section's are for others to refuse.
 */
export async function mustReach(
  { actor, db }: Pick<Desk, "actor" | "db">,
  sectionIds: readonly (string | null)[],
): Promise<void> {
  const { sectionIds: roots } = actor;
  if (roots === undefined) return;
  const ids = sectionIds.filter((id) => id !== null);
  const outside = await pathsOutside(db, ids, roots);
  const places = [
    ...(ids.length < sectionIds.length ? ["the top of the tree"] : []),
    ...outside.map((path) => `/${path}`),
  ];
  if (places.length === 0) return;
  const within = (await sectionPaths(db, roots)).map((path) => `/${path}`);
  throw new DatelineError("SECTION_OUT_OF_SCOPE", {
    says: `Your work is limited to ${within.join(", ")}; outside lies ${places.join(", ")}.`,
    fix: "Work there, or have an admin widen it: desk user scope EMAIL --section PATH.",
    details: { within, outside: places },
  });
}
