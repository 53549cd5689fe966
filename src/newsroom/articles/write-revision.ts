import { parseBlocks, type Block } from "../../domain/blocks/index.ts";
import { DatelineError, invalid } from "../../kernel/errors/index.ts";
import type { OpenDesk } from "../desk.ts";
import { changed } from "./article-to-edit.ts";
import type { ArticleRow } from "./articles.store.ts";
import { mustAskBack } from "./may-ask-back.ts";
import { draftOf, type RevisionDraft } from "./revision-draft.ts";
import { insertRevision, isHeld, removeAutosave, type RevisionRow } from "./revisions.store.ts";

/** Where a new revision comes from, when that is not the newest one. */
interface Origin {
  readonly basedOnId?: string;
}

/** Writes the next revision of an article and makes it the newest. Readers notice nothing until it is published. */
async function writeRevision(
  desk: OpenDesk,
  before: ArticleRow,
  draft: RevisionDraft,
  { basedOnId = before.headRevisionId }: Origin,
): Promise<ArticleRow> {
  const { id, headRevision: head, version } = before;
  expectOneLead(draft);
  await mustAskBack(desk, draft.links, head.links);
  const replaced = (await givesWay(desk, head, draft)) ? head : null;
  const place = { id, number: head.number + 1, atVersion: version + 1 };
  const from = replaced
    ? { basedOnId: replaced.basedOnId, replacedFrom: replaced.replacedFrom ?? replaced.atVersion }
    : { basedOnId };
  const headRevisionId = await insertRevision(desk, { ...place, ...from }, draft);
  const after = await changed(desk, before, { headRevisionId });
  if (replaced) await removeAutosave(desk.db, replaced.id);
  return after;
}

/** Whether the newest revision gives way to the new one: one autosave to the next of the same person, held by nothing. */
async function givesWay(desk: OpenDesk, head: RevisionRow, draft: RevisionDraft): Promise<boolean> {
  const autosaves = head.kind === "AUTOSAVE" && draft.kind === "AUTOSAVE";
  const own = desk.actor.id !== null && head.authorId === desk.actor.id;
  return autosaves && own && !(await isHeld(desk.db, head.id));
}

/** Writes a revision that differs from the newest one only in what is given. */
export const amend = (
  desk: OpenDesk,
  before: ArticleRow,
  changes: Partial<RevisionDraft>,
  origin: Origin = {},
): Promise<ArticleRow> => writeRevision(desk, before, { ...draftOf(before.headRevision), ...changes }, origin);

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
