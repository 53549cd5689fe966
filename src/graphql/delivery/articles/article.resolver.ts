import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Query, Resolver } from "type-graphql";
import { articleBy, type Planned } from "../../../delivery/index.ts";
import type { DeliveryContext } from "../context.ts";
import { wishOf } from "../execute/index.ts";
import { ArticleBy } from "./article.input.ts";
import { ArticleType } from "./article.type.ts";

/** The door to articles. */
@Resolver(() => ArticleType)
export class ArticleResolver {
  @Query(() => ArticleType, { nullable: true, description: "A live article; null when there is none to see." })
  article(
    @Arg("by", () => ArticleBy, { description: "Which article." }) by: ArticleBy,
    @Ctx() { reader }: DeliveryContext,
    @Info() info: GraphQLResolveInfo,
  ): Planned {
    return articleBy(reader, by, wishOf(info));
  }
}
