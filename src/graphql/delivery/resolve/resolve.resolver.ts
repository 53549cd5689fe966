import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { resolvePath, type Moved, type Resolution as Found } from "../../../delivery/index.ts";
import type { DeliveryContext } from "../context.ts";
import { RedirectType } from "./resolve.type.ts";
import { Resolution } from "./resolution.union.ts";

/** Where paths lead. */
@Resolver(() => RedirectType)
export class ResolveResolver {
  @Query(() => Resolution, {
    nullable: true,
    description: "What a path or address leads to, old ones included; null when there is nothing to see.",
  })
  resolve(
    @Arg("path", () => String, { description: "A path of this site, or a full address." }) path: string,
    @Ctx() { reader }: DeliveryContext,
  ): Promise<Found | null> {
    return resolvePath(reader, path);
  }

  @FieldResolver(() => Boolean, { description: "Whether it stays there: both 301 and 308 say so." })
  permanent(@Root() { status }: Moved): boolean {
    return [301, 308].includes(status);
  }
}
