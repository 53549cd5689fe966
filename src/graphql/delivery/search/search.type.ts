import { ArgsType, Directive, Field, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../../shared/index.ts";
import { typeNamed } from "../type-names.ts";

/** One article that answers a search. */
@ObjectType("SearchEdge", { description: "One article that answers a search, with its place.", simpleResolvers: true })
export class SearchEdgeType {
  @Field(() => String, { description: "Opaque cursor of the article in the results of this search." })
  declare readonly cursor: string;

  @Field(() => typeNamed("Article"), { description: "The article." })
  declare readonly node: unknown;
}

/** A page of what a search found. */
@Directive("@cacheControl(maxAge: 30)")
@ObjectType("SearchConnection", { description: "A page of what a search found, best first.", simpleResolvers: true })
export class SearchConnectionType {
  @Field(() => [typeNamed("SearchEdge")], { description: "The articles with their places; empty when nothing fits." })
  declare readonly edges: readonly unknown[];

  @Field(() => PageInfo, { description: "Where the page stands in the results." })
  declare readonly pageInfo: PageInfo;
}

/** What is sought, and which page of the results. */
@ArgsType()
export class SearchArgs {
  @Field(() => String, {
    description:
      'Words as people type them: several must all stand in the article, "in quotes" as one phrase, or, -not. At most 200 characters.',
  })
  declare readonly query: string;

  @Field(() => Int, { nullable: true, description: "So many from the best on, 1 to 100; 20 when left out." })
  declare readonly first?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes after this cursor." })
  declare readonly after?: string | null;
}
