import { FieldResolver, Resolver, Root } from "type-graphql";
import type { LiveArticle, ShownLink } from "../../../delivery/index.ts";
import { ArticleType } from "./article.type.ts";
import { ArticleLinkType } from "./links.type.ts";

/** Where a link inside leads. */
@Resolver(() => ArticleLinkType)
export class ArticleLinkResolver {
  @FieldResolver(() => ArticleType, { description: "The article it leads to." })
  article(@Root() { article }: Extract<ShownLink, { leads: "inside" }>): LiveArticle {
    return article;
  }
}
