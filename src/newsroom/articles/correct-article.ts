import { z } from "zod";
import { CorrectionKind } from "../../database/generated/enums.ts";
import { mergeRevisions, same } from "../../domain/revisions/index.ts";
import { DatelineError, invalid } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked, proseInput } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { articleToEdit, changed } from "./article-to-edit.ts";
import { acceptInput, editInput, reviseInput } from "./articles.input.ts";
import { insertCorrection, type ArticleChange, type ArticleRow } from "./articles.store.ts";
import { revisionOf } from "./chosen-revision.ts";
import { clashError } from "./conflict.ts";
import { draftOf, type RevisionDraft } from "./revision-draft.ts";
import { insertRevision, type RevisionRow } from "./revisions.store.ts";
import { draftChanges } from "./words.ts";

const correctInput = z.strictObject({
  ...editInput,
  ...acceptInput,
  /** The words that are to stand in place of the wrong ones. */
  changes: reviseInput.shape.changes,
  kind: z.enum(CorrectionKind).default("CORRECTION"),
  /** What readers are told. */
  text: proseInput(2000),
  internalReason: proseInput(1000).optional(),
});

/** What readers have wrong, what is right, and what they are told about it. */
export type CorrectArticle = z.input<typeof correctInput>;

/**
 * Corrects what readers have, at once: the words, from the live revision on, and the public note, in one act. An open
 * draft and a scheduled replacement get the same correction merged in; where that cannot be, nothing is published.
 * Throws WRONG_STATE, EDITS_CLASH, ARTICLE_INCOMPLETE, WARNINGS_STAND, UNDER_EMBARGO, ARTICLE_STALE, NOT_FOUND,
 * INVALID_INPUT, FORBIDDEN.
 */
export const correctArticle = (caller: Desk, given: CorrectArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:publish");
    const { changes, kind, text, internalReason = null, acceptedWarnings, ...seen } = checked(correctInput, given);
    const before = await articleToEdit(desk, seen);
    const live = await liveRevision(desk, before);
    const words = { ...draftOf(live), ...draftChanges(changes, draftOf(live).blocks) };
    expectDifferent(draftOf(live), words);
    const correction: RevisionDraft = { ...words, kind: "CORRECTION", note: changes.note ?? text.slice(0, 1000) };
    const pointers = await written(desk, { before, live, correction });
    const note = { articleId: before.id, kind, text, internalReason, authorId: desk.actor.id };
    await insertCorrection(desk.db, { ...note, revisionId: pointers.liveRevisionId, publishedAt: desk.now() });
    const after = await changed(desk, before, { ...pointers, updatedAt: desk.now() }, acceptedWarnings);
    await recordAudit(desk, {
      action: "article:correct",
      entityType: "article",
      entityId: after.id,
      ...(internalReason === null ? {} : { reason: internalReason }),
      before: { liveRevision: live.number },
      after: { liveRevision: after.liveRevision?.number ?? null, revision: after.headRevision.number, kind, text },
    });
    return after;
  });

async function liveRevision(desk: OpenDesk, article: ArticleRow): Promise<RevisionRow> {
  const { state, liveRevisionId, firstPublishedAt } = article;
  if (state !== "PUBLISHED" || liveRevisionId === null || firstPublishedAt === null || firstPublishedAt > desk.now()) {
    throw new DatelineError("WRONG_STATE", { says: "Only what readers have can be corrected." });
  }
  return revisionOf(desk.db, article.id, liveRevisionId);
}

function expectDifferent(live: RevisionDraft, words: RevisionDraft): void {
  if (!same({ ...live, note: null }, { ...words, note: null })) return;
  throw invalid([
    { path: ["changes"], message: "are what readers have already; a note alone is added as a correction" },
  ]);
}

interface Correcting {
  readonly before: ArticleRow;
  readonly live: RevisionRow;
  readonly correction: RevisionDraft;
}

type Pointers = Pick<ArticleChange, "nextRevisionId"> & {
  readonly liveRevisionId: string;
  readonly headRevisionId: string;
};

/** Writes the correction for readers, and everything else that stands open with the correction merged in. */
async function written(desk: OpenDesk, act: Correcting): Promise<Pointers> {
  const { id, version, headRevisionId: head, headRevision, nextRevisionId: next } = act.before;
  // The newest one is written last: it has the highest number, always.
  const others = [act.live.id, next].filter((source) => source !== null && source !== head);
  const corrected = new Map<string, string>();
  for (const source of new Set([...others, head])) {
    if (source === null) continue;
    const place = { id, basedOnId: source, number: headRevision.number + corrected.size + 1, atVersion: version + 1 };
    corrected.set(source, await insertRevision(desk, place, await withCorrection(desk, act, source)));
  }
  const now = (source: string): string => corrected.get(source) ?? source;
  return { liveRevisionId: now(act.live.id), headRevisionId: now(head), nextRevisionId: next && now(next) };
}

async function withCorrection(desk: OpenDesk, act: Correcting, id: string): Promise<RevisionDraft> {
  const { before, live, correction } = act;
  if (id === live.id) return correction;
  const theirs = await revisionOf(desk.db, before.id, id);
  const merged = mergeRevisions(draftOf(live), draftOf(theirs), correction);
  const note = `Revision ${theirs.number} with the correction of what readers had`;
  if (merged.ok) return { ...merged.content, kind: "SAVE", note };
  const what = id === before.nextRevisionId ? "the revision scheduled to replace it" : "the open draft";
  const says = `The correction meets ${what} (revision ${theirs.number}).`;
  throw clashError("EDITS_CLASH", says, { base: live, theirs, yours: correction });
}
