import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Directive, Info, Query, Resolver } from "type-graphql";
import { resolved, type Planned } from "../../../delivery/index.ts";
import type { DeliveryContext } from "../context.ts";
import { wishOf } from "../execute/index.ts";
import { Resolution } from "./resolution.union.ts";

/** Where paths lead. */
@Resolver()
export class ResolveResolver {
  @Directive("@cacheControl(maxAge: 60)")
  @Query(() => Resolution, {
    nullable: true,
    description: "What a path or address leads to, old ones included; null when there is nothing to see.",
  })
  resolve(
    @Arg("path", () => String, { description: "A path of this site, or a full address." }) path: string,
    @Ctx() { reader }: DeliveryContext,
    @Info() info: GraphQLResolveInfo,
  ): Planned {
    return resolved(reader, path, { ...wishOf(info), input: {} });
  }
}
