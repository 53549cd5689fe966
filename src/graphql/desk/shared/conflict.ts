import { Field, Int, ObjectType } from "type-graphql";
import type { ConflictFacts } from "../../../newsroom/articles/index.ts";
import type { ErrorDetails } from "../../../kernel/errors/index.ts";

/** One side of a conflict. */
@ObjectType("ConflictSide", { description: "One side of a conflict." })
class ConflictSideType {
  @Field(() => Int, { nullable: true, description: "The number of its revision; null for what was not saved." })
  declare readonly revision: number | null;

  @Field(() => String, { description: "Its headline." })
  declare readonly headline: string;

  @Field(() => String, { nullable: true, description: "Its standfirst." })
  declare readonly standfirst: string | null;
}

/** A place where the sides differ. */
@ObjectType("ConflictPlace", { description: "A place where the sides of a conflict differ." })
class ConflictPlaceType {
  @Field(() => String, { description: "The field or list it stands in, such as headline, blocks or relatedLinks." })
  declare readonly part: string;

  @Field(() => String, {
    nullable: true,
    description: "What names it in its list: the id of a block, the key of a link; null for a field or a list's order.",
  })
  declare readonly key: string | null;

  @Field(() => String, { nullable: true, description: "What both started from; null when nothing stood there." })
  declare readonly base: string | null;

  @Field(() => String, { nullable: true, description: "What stands there now; null for nothing." })
  declare readonly theirs: string | null;

  @Field(() => String, { nullable: true, description: "What you wanted to save there; null for nothing." })
  declare readonly yours: string | null;

  @Field(() => Boolean, { description: "True when both changed it differently, so that a merge cannot decide." })
  declare readonly clashes: boolean;
}

/** Base, theirs and yours. */
@ObjectType("Conflict", {
  description: "An edit that met another: what both started from, what stands now, and yours.",
})
export class ConflictType {
  @Field(() => ConflictSideType, {
    nullable: true,
    description: "The revision you saw; null when it is not known any more.",
  })
  declare readonly base: ConflictSideType | null;

  @Field(() => ConflictSideType, { description: "The revision that stands now." })
  declare readonly theirs: ConflictSideType;

  @Field(() => ConflictSideType, {
    nullable: true,
    description: "What you wanted to save; null for an act without words.",
  })
  declare readonly yours: ConflictSideType | null;

  @Field(() => [ConflictPlaceType], {
    description: "Every place where the three differ. When none clashes, the same save with `merge: true` succeeds.",
  })
  declare readonly places: readonly ConflictPlaceType[];
}

/** The conflict a refusal tells of, or null. */
export function conflictIn({ theirs, places, base, yours }: ErrorDetails): ConflictFacts | null {
  if (typeof theirs !== "object" || theirs === null || !Array.isArray(places)) return null;
  return { theirs, places, base, yours } as ConflictFacts;
}
