export {
  articleById,
  articleBySlug,
  blocksOf,
  bodyHtmlOf,
  bodyTextOf,
  bylinesOf,
  correctionsOf,
  leadMediaOf,
  mediaOf,
  relatedLinksOf,
  secondarySectionsOf,
  sectionOf,
  topicsOf,
  wordCountOf,
  type Byline,
  type Contributor,
  type Correction,
  type CreditPart,
  type LiveArticle,
  type MediaImage,
  type ShownBlock,
  type ShownGallery,
  type ShownImage,
  type ShownLink,
  type ShownMedia,
  type ShownRelatedBox,
  type Topic,
} from "./articles/index.ts";
export { ArticleKind, BylineRole, ContributorKind, CorrectionKind, LinkKind, MediaKind, TopicType } from "./kinds.ts";
export { liveAt, liveLens, type Lens } from "./lens.ts";
export {
  edgesOf,
  pageInfoOf,
  pageOf,
  totalOf,
  type ArticleEdge,
  type ArticlePage,
  type PageInfo,
  type PageWish,
} from "./lists/index.ts";
export { openProvenance, type Provenance } from "./provenance.ts";
export { railsOf, type RailPage, type ShownRail } from "./rails/index.ts";
export { openReader, type Reader } from "./reader.ts";
export { articleAt, resolvePath, sectionWas, type Gone, type Moved, type Resolution } from "./resolve/index.ts";
export { branchIds, breadcrumbOf, sectionAt, sectionById, sectionsBelow, type Section } from "./sections/index.ts";
