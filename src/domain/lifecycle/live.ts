import { underEmbargo, type Embargo } from "./embargo.ts";
import type { ArticleState, WorkflowState } from "./lifecycle.ts";

/** What the clock needs to know of an article. All times are absolute. */
export interface ArticleClock extends Embargo {
  readonly state: ArticleState;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly nextAt: Date | null;
  readonly nextIsMinor: boolean;
  readonly liveRevisionId: string | null;
  readonly nextRevisionId: string | null;
}

/**
 * Whether readers can read the article at a moment: it is published, that moment is at or after its publication and
 * the end of its embargo, no open-ended embargo holds it, and it has not expired. Its twins in
 * the database are the columns `visible_from` and `visible_until`; a test proves them equal.
 */
export function isLive(article: ArticleClock, at: Date): boolean {
  if (article.state !== "PUBLISHED" || article.liveRevisionId === null) return false;
  const begun = article.publishedAt !== null && article.publishedAt <= at;
  const lasting = article.expiresAt === null || article.expiresAt > at;
  return begun && lasting && !underEmbargo(article, at);
}

/** The revision readers see at a moment, when the article is live: the next one from `nextAt` on. */
export const liveRevisionId = (article: ArticleClock, at: Date): string | null =>
  isNextDue(article, at) ? article.nextRevisionId : article.liveRevisionId;

/** The reader's updated time at a moment: a next revision that matters moves it to `nextAt`. */
export const readersUpdatedAt = (article: ArticleClock, at: Date): Date | null =>
  isNextDue(article, at) && !article.nextIsMinor ? article.nextAt : article.updatedAt;

/** Whether a revision is the published one at a moment, with none to follow it: publishing it would change nothing. */
export const isAsPublished = (article: ArticleClock, revisionId: string, at: Date): boolean =>
  liveRevisionId(article, at) === revisionId && (article.nextRevisionId === null || isNextDue(article, at));

/** Whether the next revision has already become the live one by the clock. */
export const isNextDue = (article: ArticleClock, at: Date): boolean => article.nextAt !== null && article.nextAt <= at;

/** The state an editor sees: a publication time still ahead makes a published article a scheduled one. */
export function workflowState(article: Pick<ArticleClock, "state" | "publishedAt">, at: Date): WorkflowState {
  const ahead = article.publishedAt !== null && article.publishedAt > at;
  return article.state === "PUBLISHED" && ahead ? "SCHEDULED" : article.state;
}
