import type { ArticleRow } from "./articles.store.ts";
import type { RevisionRow } from "./revisions.store.ts";

/** The cache tags of every answer the article stands in: its own, and those of the lists it is on. */
export function tagsOf(article: ArticleRow, revision: RevisionRow): readonly string[] {
  return [
    `article:${article.id}`,
    `section:${article.sectionId}`,
    ...article.secondarySections.map(({ sectionId }) => `section:${sectionId}`),
    ...revision.topics.map(({ topicId }) => `topic:${topicId}`),
    ...revision.bylines.flatMap(({ contributorId }) =>
      contributorId === null ? [] : [`contributor:${contributorId}`],
    ),
  ];
}
