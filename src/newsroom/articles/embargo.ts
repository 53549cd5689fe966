import { z } from "zod";
import { underEmbargo, workflowState } from "../../domain/lifecycle/index.ts";
import { DatelineError, invalid } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked, proseInput } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { articleToEdit, changed } from "./article-to-edit.ts";
import { acceptInput, editInput } from "./articles.input.ts";
import { expectNotFinal } from "./articles.rules.ts";
import type { ArticleRow } from "./articles.store.ts";

const setInput = z.strictObject({
  ...editInput,
  /** When it ends; null for an embargo that holds until it is lifted. */
  until: z.date().nullable(),
  /** Who asked for it, and why; for the desk only. */
  note: proseInput(500).nullish(),
});
const liftInput = z.strictObject({ ...editInput, ...acceptInput, reason: proseInput(1000) });

/** Which article no reader may have, and until when. */
export type SetEmbargo = z.input<typeof setInput>;
/** Which article's embargo to lift before its end, and why. */
export type LiftEmbargo = z.input<typeof liftInput>;

/**
 * Forbids publication before a time, or until the embargo is lifted. Only what no reader has seen can be put under
 * embargo, and one that stands is only ever made longer. Throws WRONG_STATE, UNDER_EMBARGO (the one that stands is
 * longer), INVALID_INPUT, ARTICLE_STALE, NOT_FOUND, FORBIDDEN.
 */
export const setEmbargo = (caller: Desk, given: SetEmbargo): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:embargo");
    const { until, note, ...seen } = checked(setInput, given);
    const before = await articleToEdit(desk, seen);
    expectUnseen(before, desk.now());
    if (until !== null && until <= desk.now()) throw invalid([{ path: ["until"], message: "does not lie ahead" }]);
    expectNotShorter(before, until, desk.now());
    expectScheduledAfter(before, until);
    const kept = note === undefined ? {} : { embargoNote: note };
    const after = await changed(desk, before, { embargoUntil: until, embargoHold: until === null, ...kept });
    await record(desk, "article:embargo", before, after);
    return after;
  });

/**
 * Ends an embargo before its time; what readers get by that passes the preflight. Throws WRONG_STATE (none stands),
 * INVALID_INPUT (no reason), ARTICLE_INCOMPLETE, WARNINGS_STAND, ARTICLE_STALE, NOT_FOUND, FORBIDDEN.
 */
export const liftEmbargo = (caller: Desk, given: LiftEmbargo): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:lift-embargo");
    const { reason, acceptedWarnings, ...seen } = checked(liftInput, given);
    const before = await articleToEdit(desk, seen);
    if (!underEmbargo(before, desk.now())) {
      throw new DatelineError("WRONG_STATE", { says: "No embargo stands.", fix: "There is nothing to lift." });
    }
    const after = await changed(desk, before, { embargoUntil: null, embargoHold: false }, acceptedWarnings);
    await record(desk, "article:lift-embargo", before, after, reason);
    return after;
  });

function expectUnseen(article: ArticleRow, at: Date): void {
  expectNotFinal(article, at);
  const state = workflowState(article, at);
  const first = article.firstPublishedAt;
  if (first === null || first > at || (state === "PUBLISHED" && underEmbargo(article, at))) return;
  throw new DatelineError("WRONG_STATE", {
    says: "Readers have seen this article: an embargo comes too late.",
    fix: "Hold it instead, with a reason.",
    details: { state },
  });
}

function expectNotShorter(article: ArticleRow, until: Date | null, at: Date): void {
  const { embargoHold, embargoUntil } = article;
  if (!underEmbargo(article, at) || until === null) return;
  if (!embargoHold && embargoUntil !== null && embargoUntil <= until) return;
  const end = embargoHold ? "has no end" : `lasts until ${embargoUntil?.toISOString() ?? ""}`;
  throw new DatelineError("UNDER_EMBARGO", {
    says: `The embargo that stands ${end}; a shorter one breaks it.`,
    fix: "Lift it first, with a reason; that takes a desk head.",
    details: { embargoUntil: embargoUntil?.toISOString() ?? null, embargoHold },
  });
}

// An embargo forbids what a schedule will do: the schedule has to move first.
function expectScheduledAfter({ state, publishedAt }: ArticleRow, until: Date | null): void {
  if (state !== "PUBLISHED" || publishedAt === null || (until !== null && publishedAt >= until)) return;
  throw new DatelineError("WRONG_STATE", {
    says: `It is to be published at ${publishedAt.toISOString()}, before the embargo would end.`,
    fix: "Unschedule it, or schedule it for after the embargo; then set the embargo.",
    details: { publishedAt: publishedAt.toISOString() },
  });
}

const facts = ({ embargoUntil, embargoHold, embargoNote }: ArticleRow) => ({
  ...{ embargoUntil: embargoUntil?.toISOString() ?? null, embargoHold, embargoNote },
});

const record = (desk: OpenDesk, action: string, before: ArticleRow, after: ArticleRow, reason?: string) =>
  recordAudit(desk, {
    ...({ action, entityType: "article", entityId: after.id } as const),
    ...{ before: facts(before), after: facts(after) },
    ...(reason === undefined ? {} : { reason }),
  });
