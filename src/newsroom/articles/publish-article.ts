import { z } from "zod";
import { workflowState, type Verb } from "../../domain/lifecycle/index.ts";
import { dayInZone } from "../../domain/slug/index.ts";
import { invalid, notFound } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { articleToEdit, changed, mustLead } from "./article-to-edit.ts";
import { acceptInput, editInput } from "./articles.input.ts";
import { expectNoEmbargo } from "./articles.rules.ts";
import type { ArticleRow } from "./articles.store.ts";
import { expectPreflight } from "./expect-preflight.ts";
import { revisionRow, type RevisionRow } from "./revisions.store.ts";

const publishInput = z.strictObject({
  ...editInput,
  ...acceptInput,
  /** Its number or id; the newest when left out. */
  revision: z.union([z.int().min(1), z.uuid()]).optional(),
  /** When; at once when left out. */
  at: z.date().optional(),
  /** A change that does not move the time readers see as updated. */
  minor: z.boolean().default(false),
});

/** Which revision to make public, and when. */
export type PublishArticle = z.input<typeof publishInput>;

/**
 * Makes a revision public, at once or from a time on; on a published article it replaces what readers see.
 * Publishing what is live already changes nothing. Throws ARTICLE_INCOMPLETE, WARNINGS_STAND, UNDER_EMBARGO, WRONG_STATE,
 * ARTICLE_STALE, NOT_FOUND, INVALID_INPUT, FORBIDDEN.
 */
export const publishArticle = (caller: Desk, given: PublishArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    const input = checked(publishInput, given);
    const before = await articleToEdit(desk, input);
    const at = momentOf(input.at, desk.now());
    const verb = verbFor(before, at, desk.now());
    must(desk.actor, verb === "republish" ? "article:unpublish" : "article:publish");
    mustLead(before, verb, desk.now());
    if (verb === "republish" && at > desk.now()) throw laterRefused();
    const revision = await chosenRevision(desk, before, input.revision);
    expectNoEmbargo(before, at);
    await expectPreflight(desk, before, revision, at, input.acceptedWarnings);
    if (standsAlready(before, revision, verb)) return before;
    return published(desk, { before, revision, at, verb, minor: input.minor });
  });

async function chosenRevision(
  desk: OpenDesk,
  { id, headRevision }: ArticleRow,
  which?: number | string,
): Promise<RevisionRow> {
  if (which === undefined) return headRevision;
  const revision = await revisionRow(desk.db, id, which);
  if (revision === null) throw notFound("revision", String(which));
  return revision;
}

const grace = 60_000;

// A time a moment ago is somebody's "now"; one long ago would rewrite history.
function momentOf(at: Date | undefined, now: Date): Date {
  if (at === undefined) return now;
  if (at.getTime() < now.getTime() - grace) throw invalid([{ path: ["at"], message: "lies in the past" }]);
  return at > now ? at : now;
}

function verbFor(article: ArticleRow, at: Date, now: Date): Verb {
  const state = workflowState(article, now);
  if (state === "PUBLISHED") return "update";
  if (state === "UNPUBLISHED") return "republish";
  return at > now ? "schedule" : "publish";
}

// Its publication time lies in the past, so no time ahead could keep it from readers until then.
const laterRefused = () => invalid([{ path: ["at"], message: "an article that was taken down comes back at once" }]);

const standsAlready = (article: ArticleRow, revision: RevisionRow, verb: Verb): boolean =>
  verb === "update" && article.liveRevisionId === revision.id && article.nextRevisionId === null;

interface Publication {
  readonly before: ArticleRow;
  readonly revision: RevisionRow;
  readonly at: Date;
  readonly verb: Verb;
  readonly minor: boolean;
}

async function published(desk: OpenDesk, act: Publication): Promise<ArticleRow> {
  const { before, revision, at, verb, minor } = act;
  const after = await changed(desk, before, verb === "update" ? update(act, desk.now()) : publication(act, desk));
  await recordAudit(desk, {
    action: `article:${verb}`,
    entityType: "article",
    entityId: after.id,
    before: { state: before.state, liveRevision: before.liveRevision?.number ?? null },
    after: { revision: revision.number, at: at.toISOString(), minor },
  });
  return after;
}

// Replacing what readers see: now, or from a time on.
function update({ before, revision, at, minor }: Publication, now: Date) {
  if (at > now) return { nextRevisionId: revision.id, nextAt: at, nextIsMinor: minor };
  const cleared = { nextRevisionId: null, nextAt: null, nextIsMinor: false };
  return { liveRevisionId: revision.id, updatedAt: minor ? before.updatedAt : at, ...cleared };
}

// The first time (or again after it was taken down): the first publication date is set once and kept.
function publication({ before, revision, at, verb }: Publication, desk: OpenDesk) {
  const first = verb === "republish" ? before.firstPublishedAt : at;
  const day = dayInZone(first ?? at, desk.zone);
  return {
    state: "PUBLISHED" as const,
    liveRevisionId: revision.id,
    firstPublishedAt: first ?? at,
    publishedAt: verb === "republish" ? before.publishedAt : at,
    updatedAt: at,
    ...(verb === "republish" ? {} : { pathDate: new Date(`${day}T00:00:00Z`) }),
  };
}
