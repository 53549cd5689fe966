import { workflowState } from "../../domain/lifecycle/index.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import type { ArticleRow } from "./articles.store.ts";

/** Throws UNDER_EMBARGO when readers may not have the article at that moment yet. */
export function expectNoEmbargo({ embargoHold, embargoUntil }: ArticleRow, at: Date): void {
  if (!embargoHold && (embargoUntil === null || embargoUntil <= at)) return;
  const until = embargoHold ? "until it is lifted" : `until ${embargoUntil?.toISOString() ?? ""}`;
  throw new DatelineError("UNDER_EMBARGO", {
    says: `The article is under embargo ${until}.`,
    details: { embargoUntil: embargoUntil?.toISOString() ?? null, embargoHold },
  });
}

/** Throws WRONG_STATE for an article nobody may work on any more. */
export function expectNotFinal(article: ArticleRow, at: Date): void {
  const state = workflowState(article, at);
  if (state !== "KILLED" && state !== "SPIKED") return;
  throw new DatelineError("WRONG_STATE", { says: `A ${state} article cannot be changed.`, details: { state } });
}
