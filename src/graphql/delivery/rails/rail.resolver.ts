import { FieldResolver, Resolver, Root } from "type-graphql";
import type { LiveArticle, ShownRail } from "../../../delivery/index.ts";
import { ArticleType } from "../articles/article.type.ts";
import { RailType } from "./rail.type.ts";

/** What stands in a rail. */
@Resolver(() => RailType)
export class RailResolver {
  @FieldResolver(() => [ArticleType], { description: "The articles: pinned ones first, then the newest." })
  items(@Root() { items }: ShownRail): readonly LiveArticle[] {
    return items;
  }

  @FieldResolver(() => Boolean, { description: "Whether there is nothing in it: show no heading then." })
  isEmpty(@Root() { items }: ShownRail): boolean {
    return items.length === 0;
  }
}
