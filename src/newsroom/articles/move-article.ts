import { z } from "zod";
import { meantBy, workflowState, type Verb } from "../../domain/lifecycle/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked, proseInput } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { articleToEdit, changed, mustLead } from "./article-to-edit.ts";
import { acceptInput, editInput } from "./articles.input.ts";
import type { ArticleRow } from "./articles.store.ts";
import { mustMove } from "./may-move.ts";
import { moves, type Move, type PlainVerb } from "./moves.ts";

const reason = proseInput(1000);
const inputs = {
  optional: z.strictObject({ ...editInput, reason: reason.nullish() }),
  required: z.strictObject({ ...editInput, reason }),
  accepting: z.strictObject({ ...editInput, ...acceptInput, reason: reason.nullish() }),
  legal: z.strictObject({ ...editInput, reason, legalNote: proseInput(4000).nullish() }),
};

/** Which article to move, and why, which must be said. */
export type MoveForReason = z.input<(typeof inputs)["required"]>;
type Given<V extends PlainVerb> = z.input<(typeof inputs)[(typeof moves)[V]["asks"]]>;
/** A use case that moves an article by one verb. */
type Mover<V extends PlainVerb> = (caller: Desk, given: Given<V>) => Promise<ArticleRow>;

/**
 * Moves an article along the workflow. Throws FORBIDDEN, WRONG_STATE (naming what the state allows), ARTICLE_STALE,
 * NOT_FOUND, INVALID_INPUT (no reason where one is needed), ARTICLE_INCOMPLETE, WARNINGS_STAND and UNDER_EMBARGO.
 */
const mover =
  <V extends PlainVerb>(said: V): Mover<V> =>
  (caller, given) =>
    withTransaction(caller, async (desk) => {
      const input = checked(inputs[moves[said].asks], given);
      const before = await articleToEdit(desk, input);
      const state = workflowState(before, desk.now());
      const verb = meantBy(said, state) as PlainVerb;
      await mustMove(desk, before, verb);
      mustLead(before, verb, desk.now());
      const { guard, change }: Move = moves[verb];
      guard?.(before, desk.now());
      const legalNote = "legalNote" in input ? { legalNote: input.legalNote ?? null } : {};
      const accepted = "acceptedWarnings" in input ? input.acceptedWarnings : [];
      const stateNote = input.reason ?? null;
      const after = await changed(desk, before, { ...change(before, state), stateNote, ...legalNote }, accepted);
      await recordAudit(desk, noteOf(verb, before, after));
      return after;
    });

const noteOf = (verb: Verb, before: ArticleRow, after: ArticleRow) => ({
  action: `article:${verb}`,
  ...({ entityType: "article", entityId: after.id } as const),
  before: standing(before),
  after: { ...standing(after), ...(after.legalNote === null ? {} : { legalNote: after.legalNote }) },
  ...(after.stateNote === null ? {} : { reason: after.stateNote }),
});

const standing = ({ state, publishedAt, nextAt }: ArticleRow) => ({
  state,
  publishedAt: publishedAt?.toISOString() ?? null,
  nextAt: nextAt?.toISOString() ?? null,
});

/** Hands a draft to the editors; it needs at least one block. */
export const submitArticle = mover("submit");
/** Gives an article back to its author, with a note that says why. */
export const returnArticle = mover("return");
/** Says that a reviewed article may be published. */
export const approveArticle = mover("approve");
/** Takes off the schedule what is still ahead: the publication, or the next revision of a published article. */
export const unscheduleArticle = mover("unschedule");
/** Takes a published article aside while something is checked: readers do not find it. */
export const holdArticle = mover("hold");
/** Gives a held article back to the readers, as it was; it passes the preflight again. */
export const releaseArticle = mover("release");
/** Takes an article from the readers: its path answers "gone". One only scheduled is not published after all. */
export const unpublishArticle = mover("unpublish");
/** Withdraws an article for ever. Its slug is burnt, its pins are removed, links to it are dead. */
export const killArticle = mover("kill");
/** Puts an article no reader has seen into the bin. */
export const spikeArticle = mover("spike");
/** Takes an article out of the bin, back to where it was. */
export const unspikeArticle = mover("unspike");
