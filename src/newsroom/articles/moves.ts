import type { Verb, WorkflowState } from "../../domain/lifecycle/index.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import { expectWords } from "./articles.rules.ts";
import type { ArticleChange, ArticleRow } from "./articles.store.ts";
import { waits } from "./may-move.ts";

/** What a verb writes, and what it asks for besides an article in the right state. */
export interface Move {
  /** Whether a reason must be given; a kill also takes a note for lawyers, a release warnings to accept. */
  readonly asks: "optional" | "required" | "legal" | "accepting";
  /** Throws when something else than the state stands in the way. */
  readonly guard?: (article: ArticleRow, at: Date) => void;
  readonly change: (article: ArticleRow, state: WorkflowState) => ArticleChange;
}

const nothingNext = { nextRevisionId: null, nextAt: null, nextIsMinor: false } as const satisfies ArticleChange;
const unread: ArticleChange = {
  ...{ ...nothingNext, state: "APPROVED", liveRevisionId: null },
  ...{ firstPublishedAt: null, publishedAt: null, updatedAt: null, pathDate: null },
};

const expectWaiting: NonNullable<Move["guard"]> = (article, at) => {
  if (waits(article, at)) return;
  const says = "Nothing of this article waits for a time: readers have it, and no next revision is set.";
  throw new DatelineError("WRONG_STATE", { says, fix: "To take it from the readers, hold or unpublish it." });
};

/** The verbs that need no more than an article, its version and a reason. The others bring a revision and a time. */
export const moves = {
  submit: { asks: "optional", guard: expectWords, change: () => ({ state: "IN_REVIEW" }) },
  return: { asks: "required", change: () => ({ state: "DRAFT" }) },
  approve: { asks: "optional", change: () => ({ state: "APPROVED" }) },
  unschedule: {
    asks: "optional",
    guard: expectWaiting,
    change: (_article, state) => (state === "SCHEDULED" ? unread : nothingNext),
  },
  hold: { asks: "required", change: () => ({ state: "HELD" }) },
  release: { asks: "accepting", change: () => ({ state: "PUBLISHED" }) },
  unpublish: { asks: "required", change: () => ({ state: "UNPUBLISHED", ...nothingNext }) },
  kill: { asks: "legal", change: () => ({ state: "KILLED", ...nothingNext }) },
  spike: { asks: "optional", change: () => ({ state: "SPIKED" }) },
  unspike: { asks: "optional", change: ({ spikedFrom }) => ({ state: spikedFrom ?? "DRAFT" }) },
} as const satisfies Partial<Record<Verb, Move>>;

/** A verb of that table. */
export type PlainVerb = keyof typeof moves;
