import { parseBlocks, type Block } from "../../domain/blocks/index.ts";
import { DatelineError, invalid } from "../../kernel/errors/index.ts";
import type { OpenDesk } from "../desk.ts";
import { changed } from "./article-to-edit.ts";
import type { ArticleRow } from "./articles.store.ts";
import { draftOf, type RevisionDraft } from "./revision-draft.ts";
import { insertRevision } from "./revisions.store.ts";

/** Writes the next revision of an article and makes it the newest. Readers notice nothing until it is published. */
async function writeRevision(desk: OpenDesk, before: ArticleRow, draft: RevisionDraft): Promise<ArticleRow> {
  const { id, headRevisionId: basedOnId, headRevision } = before;
  expectOneLead(draft);
  const headRevisionId = await insertRevision(desk, { id, basedOnId, number: headRevision.number + 1 }, draft);
  return changed(desk, before, { headRevisionId });
}

/** Writes a revision that differs from the newest one only in what is given. */
export const amend = (desk: OpenDesk, before: ArticleRow, changes: Partial<RevisionDraft>): Promise<ArticleRow> =>
  writeRevision(desk, before, { ...draftOf(before.headRevision), ...changes });

/** Body blocks as they may be stored. Throws INVALID_INPUT with a path to each fault. */
export function mustBeBlocks(value: unknown): readonly Block[] {
  const parsed = parseBlocks(value);
  if (parsed.ok) return parsed.blocks;
  throw invalid(parsed.faults.map(({ path, message }) => ({ path: ["blocks", ...path], message })));
}

/** Throws INVALID_INPUT when a page would have two lead pictures. */
export function expectOneLead({ placements }: Pick<RevisionDraft, "placements">): void {
  if (placements.filter(({ role }) => role === "LEAD").length <= 1) return;
  throw new DatelineError("INVALID_INPUT", {
    says: "A page has one lead picture at most.",
    fix: "Replace the lead picture, or place this one inline or in the gallery.",
    details: { faults: [{ path: ["media"], message: "has two lead pictures" }] },
  });
}
