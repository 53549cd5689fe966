import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { correctionsFor, type Planned } from "../../../delivery/index.ts";
import type { DeliveryContext } from "../context.ts";
import { wishOf } from "../execute/index.ts";
import { CorrectionConnectionType, CorrectionsArgs } from "./correction.type.ts";

/** The door to what was put right. */
@Resolver(() => CorrectionConnectionType)
export class CorrectionResolver {
  @Query(() => CorrectionConnectionType, {
    description: "The corrections, clarifications, updates, notes and retractions under live articles, newest first.",
  })
  corrections(
    @Args(() => CorrectionsArgs) { kind, first, after }: CorrectionsArgs,
    @Ctx() { reader }: DeliveryContext,
    @Info() info: GraphQLResolveInfo,
  ): Planned {
    return correctionsFor(reader, { kind: kind ?? null, first: first ?? null, after: after ?? null }, wishOf(info));
  }
}
