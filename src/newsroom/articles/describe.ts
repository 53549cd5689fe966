import { articlePath } from "../../domain/slug/index.ts";
import { workflowState, type WorkflowState } from "../../domain/lifecycle/index.ts";
import type { ArticleRow } from "./articles.store.ts";

/** The state an editor sees at a moment: scheduled included. */
export const stateOf = (article: Pick<ArticleRow, "state" | "publishedAt">, at: Date): WorkflowState =>
  workflowState(article, at);

/** The display path, once the article has a publication date; null before. */
export const pathOf = ({
  section,
  pathDate,
  slug,
}: Pick<ArticleRow, "section" | "pathDate" | "slug">): string | null =>
  pathDate === null ? null : articlePath({ sectionPath: section.path, firstPublishedAt: pathDate, zone: "UTC", slug });
