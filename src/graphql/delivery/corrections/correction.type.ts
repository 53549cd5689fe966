import { ArgsType, Directive, Field, Int, ObjectType } from "type-graphql";
import { CorrectionKind } from "../../../delivery/index.ts";
import { PageInfo } from "../../shared/index.ts";
import { typeNamed } from "../type-names.ts";

/** One correction of the list, with its place. */
@ObjectType("CorrectionEdge", { description: "One correction of the list, with its place.", simpleResolvers: true })
export class CorrectionEdgeType {
  @Field(() => String, { description: "Opaque cursor of the correction, whatever kind is asked for." })
  declare readonly cursor: string;

  @Field(() => typeNamed("Correction"), { description: "The correction." })
  declare readonly node: unknown;
}

/** A page of the list of corrections. */
@Directive("@cacheControl(maxAge: 60)")
@ObjectType("CorrectionConnection", {
  description: "A page of the list of corrections, newest first.",
  simpleResolvers: true,
})
export class CorrectionConnectionType {
  @Field(() => [typeNamed("CorrectionEdge")], { description: "The corrections with their places, newest first." })
  declare readonly edges: readonly unknown[];

  @Field(() => PageInfo, { description: "Where the page stands in the list." })
  declare readonly pageInfo: PageInfo;
}

/** Which corrections, and which page of them. */
@ArgsType()
export class CorrectionsArgs {
  @Field(() => CorrectionKind, { nullable: true, description: "Only those of this kind." })
  declare readonly kind?: CorrectionKind | null;

  @Field(() => Int, { nullable: true, description: "So many from the newest on, 1 to 100; 20 when left out." })
  declare readonly first?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes after this cursor." })
  declare readonly after?: string | null;
}
