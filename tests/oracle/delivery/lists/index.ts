export type { ArticleList } from "./list.store.ts";
export {
  edgesOf,
  newestOf,
  pageInfoOf,
  pageOf,
  totalOf,
  type ArticleEdge,
  type ArticlePage,
  type PageInfo,
} from "./list.ts";
export type { PageWish } from "./page.ts";
