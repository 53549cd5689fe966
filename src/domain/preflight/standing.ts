import { isLive, type ArticleClock } from "../lifecycle/index.ts";

/** How an article that something leads to stands with readers: they have it, will, had it, or never will again. */
export type Standing = "live" | "ahead" | "down" | "killed";

/** How an article stands with readers at a moment. */
export function standingOf(article: ArticleClock, at: Date): Standing {
  if (article.state === "KILLED") return "killed";
  if (isLive(article, at)) return "live";
  const expired = article.expiresAt !== null && article.expiresAt <= at;
  const takenDown = article.state === "UNPUBLISHED" || article.state === "HELD" || article.state === "SPIKED";
  return takenDown || expired ? "down" : "ahead";
}
