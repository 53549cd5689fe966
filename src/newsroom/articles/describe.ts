import { articlePath } from "../../domain/slug/index.ts";
import { workflowState, type WorkflowState } from "../../domain/lifecycle/index.ts";
import type { ArticleRow } from "./articles.store.ts";

/** The state an editor sees at a moment: scheduled included. */
export const stateOf = (article: Pick<ArticleRow, "state" | "publishedAt">, at: Date): WorkflowState =>
  workflowState(article, at);

/** Who is at work on the article at a moment; a lock whose time has passed counts for nothing. */
export const lockOf = ({ lock }: Pick<ArticleRow, "lock">, at: Date): ArticleRow["lock"] =>
  lock !== null && lock.until > at ? lock : null;

/** The display path, once the article has a publication date; null before. */
export const pathOf = ({
  section,
  pathDate,
  slug,
}: Pick<ArticleRow, "section" | "pathDate" | "slug">): string | null =>
  pathDate === null ? null : articlePath({ sectionPath: section.path, firstPublishedAt: pathDate, zone: "UTC", slug });
