import { z } from "zod";
import {
  isAsPublished,
  isLive,
  meantBy,
  workflowState,
  type Verb,
  type WorkflowState,
} from "../../domain/lifecycle/index.ts";
import { dayInZone } from "../../domain/slug/index.ts";
import { invalid } from "../../kernel/errors/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { articleToEdit, changed, mustLead } from "./article-to-edit.ts";
import { acceptInput, editInput, whichRevision } from "./articles.input.ts";
import type { ArticleChange, ArticleRow } from "./articles.store.ts";
import { chosenRevision } from "./chosen-revision.ts";
import { expectPassing, type AcceptedWarnings } from "./expect-preflight.ts";
import { mustMove } from "./may-move.ts";
import type { RevisionRow } from "./revisions.store.ts";

const revisionInput = {
  ...editInput,
  ...acceptInput,
  /** The newest when left out. */
  revision: whichRevision.optional(),
} as const;
const publishInput = z.strictObject({
  ...revisionInput,
  /** When; at once when left out. */
  at: z.date().optional(),
  /** A change that does not move the time readers see as updated. */
  minor: z.boolean().default(false),
});
const scheduleInput = z.strictObject({
  ...revisionInput,
  at: z.date(),
  minor: z.boolean().default(false),
  /** From then on readers no longer have it; as it stands when left out, null for never. */
  expiresAt: z.date().nullish(),
});
const republishInput = z.strictObject(revisionInput);

/** Which revision to make public, and when. */
export type PublishArticle = z.input<typeof publishInput>;
/** Which revision to make public at a time ahead, and until when. */
export type ScheduleArticle = z.input<typeof scheduleInput>;
/** Which revision to give back to the readers. */
export type RepublishArticle = z.input<typeof republishInput>;

/**
 * Makes a revision public, at once or from a time on; on a published article it replaces what readers see, on one that
 * was taken down it is a republication. Publishing what is live already changes nothing. Throws ARTICLE_INCOMPLETE,
 * WARNINGS_STAND, UNDER_EMBARGO, WRONG_STATE, ARTICLE_STALE, NOT_FOUND, INVALID_INPUT, FORBIDDEN.
 */
export const publishArticle = (caller: Desk, given: PublishArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    const input = checked(publishInput, given);
    const at = momentOf(input.at, desk.now());
    return brought(desk, { ...input, at }, (state) => meantBy(saidWith(at, state, desk.now()), state));
  });

/**
 * Sets the time from which readers have a revision: the first one, or the next one of a published article. It stays
 * that revision, whatever is written meanwhile. Throws as `publishArticle` does.
 */
export const scheduleArticle = (caller: Desk, given: ScheduleArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    const input = checked(scheduleInput, given);
    if (input.at <= desk.now()) throw invalid([{ path: ["at"], message: "does not lie ahead" }]);
    return brought(desk, input, () => "schedule");
  });

/** Gives an article that was taken down back to the readers, at once. Throws as `publishArticle` does. */
export const republishArticle = (caller: Desk, given: RepublishArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) =>
    brought(desk, { ...checked(republishInput, given), at: desk.now(), minor: false }, () => "republish"),
  );

const grace = 60_000;

// A time a moment ago is somebody's "now"; one long ago would rewrite history.
function momentOf(at: Date | undefined, now: Date): Date {
  if (at === undefined) return now;
  if (at.getTime() < now.getTime() - grace) throw invalid([{ path: ["at"], message: "lies in the past" }]);
  return at > now ? at : now;
}

// What was taken down has its publication behind it: no time ahead could keep it from readers until then.
function saidWith(at: Date, state: WorkflowState, now: Date): Verb {
  if (at <= now) return "publish";
  if (state !== "UNPUBLISHED") return "schedule";
  throw invalid([{ path: ["at"], message: "an article that was taken down comes back at once" }]);
}

interface Wish {
  readonly id: string;
  readonly expectedVersion: number;
  readonly revision?: string | number | undefined;
  readonly at: Date;
  readonly minor: boolean;
  readonly expiresAt?: Date | null | undefined;
  readonly acceptedWarnings: AcceptedWarnings;
}

async function brought(desk: OpenDesk, wish: Wish, verbIn: (state: WorkflowState) => Verb): Promise<ArticleRow> {
  const stands = await articleToEdit(desk, wish);
  const state = workflowState(stands, desk.now());
  const verb = verbIn(state);
  await mustMove(desk, stands, verb);
  mustLead(stands, verb, desk.now());
  const { at, minor, expiresAt = stands.expiresAt } = wish;
  const revision = await chosenRevision(desk.db, stands, wish.revision);
  if (verb === "update" && isAsPublished(stands, revision.id, desk.now())) {
    // Where readers no longer have it, the checks tell why; publishing it as it stands would change nothing.
    if (!isLive(stands, desk.now())) await expectPassing(desk, stands, revision, at, wish.acceptedWarnings);
    return stands;
  }
  const change = changeFor({ before: stands, revision, at, verb, state, minor, zone: desk.zone });
  const after = await changed(desk, stands, { ...change, expiresAt, stateNote: null }, wish.acceptedWarnings);
  await recordPublication(desk, { before: stands, revision, at, verb, minor, expiresAt });
  return after;
}

interface Publication {
  readonly before: ArticleRow;
  readonly revision: RevisionRow;
  readonly at: Date;
  readonly verb: Verb;
  readonly minor: boolean;
}

async function recordPublication(
  desk: OpenDesk,
  act: Publication & { readonly expiresAt: Date | null },
): Promise<void> {
  const { before, revision, at, verb, minor, expiresAt } = act;
  await recordAudit(desk, {
    action: `article:${verb}`,
    entityType: "article",
    entityId: before.id,
    before: { state: before.state, liveRevision: before.liveRevision?.number ?? null },
    after: { revision: revision.number, at: at.toISOString(), minor, expiresAt: expiresAt?.toISOString() ?? null },
  });
}

const nothingNext = { nextRevisionId: null, nextAt: null, nextIsMinor: false } as const;

function changeFor(act: Publication & { readonly state: WorkflowState; readonly zone: string }): ArticleChange {
  const { before, revision, at, verb, state, minor } = act;
  if (verb === "update") {
    return { liveRevisionId: revision.id, updatedAt: minor ? before.updatedAt : at, ...nothingNext };
  }
  if (verb === "schedule" && state === "PUBLISHED") {
    return { nextRevisionId: revision.id, nextAt: at, nextIsMinor: minor };
  }
  return publication(act, act.zone);
}

// The first time (or again after it was taken down): the first publication date is set once and kept.
function publication({ before, revision, at, verb }: Publication, zone: string): ArticleChange {
  const first = verb === "republish" ? before.firstPublishedAt : at;
  const day = dayInZone(first ?? at, zone);
  return {
    state: "PUBLISHED",
    liveRevisionId: revision.id,
    firstPublishedAt: first ?? at,
    publishedAt: verb === "republish" ? before.publishedAt : at,
    updatedAt: at,
    ...(verb === "republish" ? {} : { pathDate: new Date(`${day}T00:00:00Z`) }),
  };
}
