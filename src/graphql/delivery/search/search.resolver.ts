import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { searchFor, type Planned } from "../../../delivery/index.ts";
import type { DeliveryContext } from "../context.ts";
import { wishOf } from "../execute/index.ts";
import { SearchArgs, SearchConnectionType } from "./search.type.ts";

/** The door to the search. */
@Resolver(() => SearchConnectionType)
export class SearchResolver {
  @Query(() => SearchConnectionType, {
    description: "The live articles that answer a search, best first; no hit is an empty page.",
  })
  search(
    @Args(() => SearchArgs) { query, first, after }: SearchArgs,
    @Ctx() { reader }: DeliveryContext,
    @Info() info: GraphQLResolveInfo,
  ): Planned {
    return searchFor(reader, { query, first: first ?? null, after: after ?? null }, wishOf(info));
  }
}
