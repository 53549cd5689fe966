import {
  isNextDue,
  readersUpdatedAt,
  workflowState,
  type Verb,
  stateAfter,
  type WorkflowState,
} from "../../domain/lifecycle/index.ts";
import { DatelineError, notFound } from "../../kernel/errors/index.ts";
import { mustReach } from "../access/index.ts";
import type { OpenDesk } from "../desk.ts";
import {
  articleRow,
  lockArticle,
  patchArticle,
  updateArticle,
  type ArticleChange,
  type ArticleRow,
} from "./articles.store.ts";
import { staleError } from "./conflict.ts";
import { expectPreflight, type AcceptedWarnings } from "./expect-preflight.ts";
import { openVerbs } from "./may-move.ts";
import { headAt } from "./revisions.store.ts";

/** Names an article and the version its editor last saw. */
export interface Seen {
  readonly id: string;
  readonly expectedVersion: number;
}

/**
 * The article, locked for this transaction, with everything settled that the clock has made due.
 * Throws NOT_FOUND, SECTION_OUT_OF_SCOPE, or ARTICLE_STALE when somebody changed it after the version named.
 */
export async function articleToEdit(desk: OpenDesk, { id, expectedVersion }: Seen): Promise<ArticleRow> {
  const article = await lockedArticle(desk, id);
  if (article.version === expectedVersion) return settled(desk, article);
  const base = expectedVersion > article.version ? null : await headAt(desk.db, id, expectedVersion);
  throw staleError(article, expectedVersion, { base, theirs: article.headRevision, yours: null });
}

/** The article, locked for this transaction, whatever its version. Throws NOT_FOUND, SECTION_OUT_OF_SCOPE. */
export async function lockedArticle(desk: OpenDesk, id: string): Promise<ArticleRow> {
  await lockArticle(desk.db, id);
  const found = await article(desk, id);
  await mustReach(desk, [found.sectionId]);
  return found;
}

/** By the clock the next revision is live already; this only makes the row say so. */
export async function settled(desk: OpenDesk, article: ArticleRow): Promise<ArticleRow> {
  if (!isNextDue(article, desk.now())) return article;
  const due = {
    liveRevisionId: article.nextRevisionId,
    updatedAt: readersUpdatedAt(article, desk.now()),
    nextRevisionId: null,
    nextAt: null,
    nextIsMinor: false,
  };
  await patchArticle(desk.db, article.id, due);
  return { ...article, ...due, liveRevision: article.nextRevision, nextRevision: null };
}

/** The article as it now stands, for the answer. */
export async function article(desk: OpenDesk, id: string): Promise<ArticleRow> {
  const row = await articleRow(desk.db, id);
  if (row === null) throw notFound("article", id);
  return row;
}

/** The state a verb leads to. Throws WRONG_STATE, naming what the state allows, when the table has no such way. */
export function mustLead(article: ArticleRow, verb: Verb, at: Date): WorkflowState {
  const state = workflowState(article, at);
  const after = stateAfter(state, verb);
  if (after !== null) return after;
  const allowed = openVerbs(article, at);
  throw new DatelineError("WRONG_STATE", {
    says: `A ${state} article cannot ${verb}.`,
    fix: allowed.length > 0 ? `From here it can: ${allowed.join(", ")}.` : "This state is final.",
    details: { state, verb, allowed },
  });
}

/** The article with one version more, for what hangs on it but is written elsewhere. */
export const touched = (desk: OpenDesk, before: ArticleRow): Promise<ArticleRow> => changed(desk, before, {});

/**
 * Writes facts of the article and returns it as it now stands. Whatever that brings before readers, by whatever verb,
 * passes the preflight first, but for the warnings accepted; throws what `expectPreflight` throws.
 */
export async function changed(
  desk: OpenDesk,
  before: ArticleRow,
  data: ArticleChange,
  accepted: AcceptedWarnings = [],
): Promise<ArticleRow> {
  await expectPreflight(desk, before, { ...before, ...data }, accepted);
  await updateArticle(desk, before, data);
  return article(desk, before.id);
}
