import { Directive, Field, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../../shared/index.ts";
import { typeNamed } from "../type-names.ts";

/** One article of a list, with its place. */
@ObjectType("ArticleEdge", { description: "One article of a list, with its place.", simpleResolvers: true })
export class ArticleEdgeType {
  @Field(() => String, { description: "Opaque cursor of the article in this list; it fits no other." })
  declare readonly cursor: string;

  @Field(() => typeNamed("Article"), { description: "The article." })
  declare readonly node: unknown;
}

/** A page of a list of articles. */
@Directive("@cacheControl(maxAge: 60)")
@ObjectType("ArticleConnection", { description: "A page of a list of articles, newest first.", simpleResolvers: true })
export class ArticleConnectionType {
  @Field(() => [typeNamed("ArticleEdge")], { description: "The articles with their places, newest first." })
  declare readonly edges: readonly unknown[];

  @Field(() => PageInfo, { description: "Where the page stands in its list." })
  declare readonly pageInfo: PageInfo;

  @Field(() => Int, { description: "How many articles the whole list has; counted only when asked for." })
  declare readonly totalCount: number;
}
