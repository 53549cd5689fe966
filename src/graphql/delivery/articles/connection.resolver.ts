import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import {
  edgesOf,
  pageInfoOf,
  totalOf,
  type ArticleEdge,
  type ArticlePage,
  type LiveArticle,
  type PageInfo as PageFacts,
} from "../../../delivery/index.ts";
import { PageInfo } from "../../shared/index.ts";
import type { DeliveryContext } from "../context.ts";
import { ArticleType } from "./article.type.ts";
import { ArticleConnectionType, ArticleEdgeType } from "./connection.type.ts";

/** The article at a place of a list. */
@Resolver(() => ArticleEdgeType)
export class ArticleEdgeResolver {
  @FieldResolver(() => ArticleType, { description: "The article." })
  node(@Root() { node }: ArticleEdge): LiveArticle {
    return node;
  }
}

/** What a page of articles holds; only what is asked for is fetched. */
@Resolver(() => ArticleConnectionType)
export class ArticleConnectionResolver {
  @FieldResolver(() => [ArticleEdgeType], { description: "The articles with their places, newest first." })
  edges(@Root() page: ArticlePage, @Ctx() { reader }: DeliveryContext): Promise<readonly ArticleEdge[]> {
    return edgesOf(reader, page);
  }

  @FieldResolver(() => PageInfo, { description: "Where the page stands in its list." })
  pageInfo(@Root() page: ArticlePage, @Ctx() { reader }: DeliveryContext): Promise<PageFacts> {
    return pageInfoOf(reader, page);
  }

  @FieldResolver(() => Int, { description: "How many articles the whole list has; counted only when asked for." })
  totalCount(@Root() page: ArticlePage, @Ctx() { reader }: DeliveryContext): Promise<number> {
    return totalOf(reader, page);
  }
}
