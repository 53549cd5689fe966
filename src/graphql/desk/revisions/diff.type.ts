import { Field, Int, ObjectType } from "type-graphql";
import { PartChangeKind, SegmentKind } from "../../../domain/revisions/index.ts";

/** A stretch of words in two texts. */
@ObjectType("TextSegment", { description: "A stretch of words in two texts." })
class TextSegmentType {
  @Field(() => SegmentKind, { description: "Which of the two it stands in." })
  declare readonly kind: SegmentKind;

  @Field(() => String, { description: "The words, with the space around them as written." })
  declare readonly text: string;
}

/** A text that differs. */
@ObjectType("TextChange", { description: "A text that differs between two revisions." })
export class TextChangeType {
  @Field(() => String, { description: "The field it is." })
  declare readonly name: string;

  @Field(() => String, { nullable: true, description: "What it was; null for nothing." })
  declare readonly from: string | null;

  @Field(() => String, { nullable: true, description: "What it is; null for nothing." })
  declare readonly to: string | null;

  @Field(() => [TextSegmentType], {
    description: "By words: SAME and REMOVED joined give `from`, SAME and ADDED give `to`.",
  })
  declare readonly segments: readonly TextSegmentType[];
}

/** A thing in a list that differs, with the thing itself on both sides. */
export function partChangeOf(name: string, noun: string, type: () => object) {
  @ObjectType(name, { description: `A ${noun} that came, went, changed or moved.` })
  class PartChangeType {
    @Field(() => String, { description: `What tells the ${noun} from the others, the same in every revision.` })
    declare readonly key: string;

    @Field(() => String, { description: "What people call it, in short." })
    declare readonly label: string;

    @Field(() => PartChangeKind, { description: "What became of it." })
    declare readonly change: PartChangeKind;

    @Field(() => Boolean, { description: "Whether it also stands elsewhere among the others." })
    declare readonly moved: boolean;

    @Field(() => Int, { nullable: true, description: "Where it stood, from 0; null where it was not there." })
    declare readonly fromPosition: number | null;

    @Field(() => Int, { nullable: true, description: "Where it stands, from 0; null where it is not there." })
    declare readonly toPosition: number | null;

    @Field(() => [TextChangeType], { description: "Its own fields that differ; all of them where it came or went." })
    declare readonly fields: readonly TextChangeType[];

    @Field(() => type() as never, { nullable: true, description: `The ${noun} as it was; null where there was none.` })
    declare readonly before: unknown;

    @Field(() => type() as never, { nullable: true, description: `The ${noun} as it is; null where there is none.` })
    declare readonly after: unknown;
  }
  return PartChangeType;
}
