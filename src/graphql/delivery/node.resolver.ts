import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Directive, ID, Info, Query, Resolver } from "type-graphql";
import { nodeById, nodesById, type Planned } from "../../delivery/index.ts";
import { invalid } from "../../kernel/errors/index.ts";
import type { DeliveryContext } from "./context.ts";
import { wishOf } from "./execute/index.ts";
import { NodeInterface } from "./node.interface.ts";

const mostIds = 100;

/** The door to things by their global ids. */
@Resolver(() => NodeInterface)
export class NodeResolver {
  @Directive("@cacheControl(maxAge: 60)")
  @Query(() => NodeInterface, { nullable: true, description: "The thing with an id; null when there is none to see." })
  node(
    @Arg("id", () => ID, { description: "Its opaque id." }) id: string,
    @Ctx() { reader }: DeliveryContext,
    @Info() info: GraphQLResolveInfo,
  ): Planned {
    return nodeById(reader, id, wishOf(info));
  }

  @Directive("@cacheControl(maxAge: 60)")
  @Query(() => [NodeInterface], {
    nullable: "items",
    description: "The things with these ids, in their order; null for each there is none to see of.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "At most 100 opaque ids." }) ids: string[],
    @Ctx() { reader }: DeliveryContext,
    @Info() info: GraphQLResolveInfo,
  ): Planned {
    if (ids.length > mostIds) throw invalid([{ path: ["ids"], message: `at most ${String(mostIds)} at once` }]);
    return nodesById(reader, ids, wishOf(info));
  }
}
