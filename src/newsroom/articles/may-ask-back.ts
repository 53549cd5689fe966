import { must, mustReach } from "../access/index.ts";
import type { OpenDesk } from "../desk.ts";
import { sectionsOf } from "./articles.store.ts";
import type { DraftLink } from "./revision-draft.ts";

type Asking = Pick<DraftLink, "reciprocal" | "targetArticleId">;

/**
 * Throws FORBIDDEN or SECTION_OUT_OF_SCOPE unless the actor may also work on every article that these links newly ask
 * to link back: asking changes what its readers see.
 */
export async function mustAskBack(desk: OpenDesk, links: readonly Asking[], before: readonly Asking[]): Promise<void> {
  const asked = new Set(askedBy(before));
  const fresh = askedBy(links).filter((id) => !asked.has(id));
  if (fresh.length === 0) return;
  must(desk.actor, "article:place");
  await mustReach(desk, await sectionsOf(desk.db, fresh));
}

const askedBy = (links: readonly Asking[]): readonly string[] =>
  links.flatMap(({ reciprocal, targetArticleId }) => (reciprocal && targetArticleId !== null ? [targetArticleId] : []));
