import { notFound } from "../../kernel/errors/index.ts";
import { mustReach } from "../access/index.ts";
import type { OpenDesk } from "../desk.ts";
import { knownSections } from "./articles.store.ts";

/**
 * Throws NOT_FOUND, naming the first of these ids that is no section's, and SECTION_OUT_OF_SCOPE where an article comes
 * to stand, or stands no more, in a section the actor may not work in.
 */
export async function expectSections(
  desk: OpenDesk,
  ids: readonly string[],
  before: readonly string[] = [],
): Promise<void> {
  const known = await knownSections(desk.db, ids);
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw notFound("section", missing);
  await mustReach(desk, [...ids.filter((id) => !before.includes(id)), ...before.filter((id) => !ids.includes(id))]);
}
