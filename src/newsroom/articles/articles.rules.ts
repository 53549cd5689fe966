import { workflowState } from "../../domain/lifecycle/index.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import type { ArticleRow } from "./articles.store.ts";

/** Throws ARTICLE_INCOMPLETE while the newest revision has no words for an editor to read. */
export function expectWords({ headRevision: { blocks } }: ArticleRow): void {
  if ((blocks as unknown[]).length > 0) return;
  const fault = { path: ["blocks"], message: "an article needs at least one block" };
  const says = "There is nothing to review yet: the article has no text.";
  throw new DatelineError("ARTICLE_INCOMPLETE", {
    says,
    fix: "Write it, then submit it.",
    details: { faults: [fault] },
  });
}

/** Throws WRONG_STATE for an article nobody may work on any more. */
export function expectNotFinal(article: ArticleRow, at: Date): void {
  const state = workflowState(article, at);
  if (state !== "KILLED" && state !== "SPIKED") return;
  throw new DatelineError("WRONG_STATE", { says: `A ${state} article cannot be changed.`, details: { state } });
}
