import { DatelineError } from "../../kernel/errors/index.ts";
import { must, mustReach } from "../access/index.ts";
import type { OpenDesk } from "../desk.ts";
import { staleError } from "../records/index.ts";
import { findSection } from "./find-section.ts";
import { clearRedirects, redirectOldPath, retargetRedirects } from "./sections.redirects.store.ts";
import * as store from "./sections.store.ts";
import type { SectionRecord } from "./sections.store.ts";

/**
 * The section an act is about, with the tree held still. Throws FORBIDDEN, SECTION_OUT_OF_SCOPE, NOT_FOUND, AMBIGUOUS,
 * SECTION_STALE.
 */
export async function sectionToEdit(desk: OpenDesk, name: string, expectedVersion: number): Promise<SectionRecord> {
  must(desk.actor, "section:manage");
  await store.takeTreeTurn(desk);
  const section = await findSection(desk, name);
  await mustReach(desk, [section.id]);
  if (section.version === expectedVersion) return section;
  throw await staleError(desk, "SECTION_STALE", { entityType: "section", ...section }, expectedVersion);
}

/** Refuses a path another section stands at. Throws ALREADY_EXISTS naming it. */
export async function expectFree(desk: OpenDesk, path: string): Promise<void> {
  const there = await store.sectionAt(desk.db, path);
  if (there === null) return;
  const says = `The section "${there.name}" stands at /${path} already.`;
  throw new DatelineError("ALREADY_EXISTS", { says, details: { id: there.id, path } });
}

/**
 * What a changed path brings with it: the old one leads to the new one by a single row, and whatever stood in the way
 * of the new paths goes.
 */
export async function settleNewPath(desk: OpenDesk, oldPath: string, section: SectionRecord): Promise<void> {
  if (section.path === oldPath) return;
  const within = await store.sectionsWithin(desk.db, section.path);
  await retargetRedirects(desk.db, oldPath, section.path);
  await clearRedirects(
    desk.db,
    [section, ...within].map(({ path }) => path),
  );
  await redirectOldPath(desk.db, oldPath, section);
}
