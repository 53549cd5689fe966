export { articleById, articleBySlug, articleIdOfSlug, articlesByIds, remember } from "./article.ts";
export { articleOf, liveArticlesSql, type ArticleRow, type LiveArticle } from "./article.store.ts";
export {
  blocksOf,
  bodyHtmlOf,
  bodyTextOf,
  wordCountOf,
  type ShownBlock,
  type ShownGallery,
  type ShownImage,
  type ShownRelatedBox,
} from "./body.ts";
export { bylinesOf, correctionsOf, secondarySectionsOf, sectionOf, topicsOf } from "./children.ts";
export type { Byline, Contributor, Correction, Topic } from "./children.store.ts";
export { relatedLinksOf, type ShownLink } from "./links.ts";
export { leadMediaOf, mediaOf, type MediaImage, type ShownMedia } from "./media.ts";
export type { CreditPart } from "./media.store.ts";
