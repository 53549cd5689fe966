import { pathOf } from "../articles/index.ts";
import type { RedirectRow } from "./redirects.store.ts";

/** The path a redirect leads to now; of an article that was never published, its slug alone. Null for what is gone. */
export function targetPath({ toArticle, toSection, toPath }: RedirectRow): string | null {
  if (toSection !== null) return `/${toSection.path}`;
  return toArticle === null ? toPath : (pathOf(toArticle) ?? `/${toArticle.slug}`);
}
