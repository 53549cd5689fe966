import { notFound } from "../../kernel/errors/index.ts";
import type { OpenDesk } from "../desk.ts";
import { knownSections } from "./articles.store.ts";

/** Throws NOT_FOUND, naming the first of these ids that is no section's. */
export async function expectSections(desk: OpenDesk, ids: readonly string[]): Promise<void> {
  const known = await knownSections(desk.db, ids);
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw notFound("section", missing);
}
