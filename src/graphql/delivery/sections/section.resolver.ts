import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Query, Resolver } from "type-graphql";
import { sectionBy, topSections, type Planned } from "../../../delivery/index.ts";
import type { DeliveryContext } from "../context.ts";
import { wishOf } from "../execute/index.ts";
import { SectionBy, SectionType } from "./section.type.ts";

/** The door to sections, and to what stands in them. */
@Resolver(() => SectionType)
export class SectionResolver {
  @Query(() => SectionType, {
    nullable: true,
    description: "The section with an id or a path, old paths too; null when there is none to see.",
  })
  section(
    @Arg("by", () => SectionBy, { description: "Which section." }) by: SectionBy,
    @Ctx() { reader }: DeliveryContext,
    @Info() info: GraphQLResolveInfo,
  ): Planned {
    return sectionBy(reader, by, wishOf(info));
  }

  @Query(() => [SectionType], { description: "The sections at the top, in order; each has its own below it." })
  sections(@Ctx() { reader }: DeliveryContext, @Info() info: GraphQLResolveInfo): Planned {
    return topSections(reader, wishOf(info));
  }
}
