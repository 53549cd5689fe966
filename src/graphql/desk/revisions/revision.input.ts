import { Field, InputType, Int } from "type-graphql";
import { CorrectionKind } from "../../../newsroom/vocabulary.ts";
import { ArticleEditInput, WordsInput } from "../articles/article.input.ts";
import { AcceptedWarningInput } from "../articles/parts.input.ts";
import { maybe } from "../shared/maybe.ts";

/** A correction of what readers have. */
@InputType({ description: "A correction of what readers have: the words and the public note, in one act." })
export class CorrectArticleInput extends ArticleEditInput {
  @Field(() => WordsInput, { description: "The words that are to stand in place of the wrong ones." })
  declare words: WordsInput;

  @Field(() => CorrectionKind, maybe("What kind of note; a correction unless said."))
  declare kind?: CorrectionKind;

  @Field(() => String, { description: "What readers are told." })
  declare text: string;

  @Field(() => String, maybe("Why, for the desk only."))
  declare internalReason?: string;

  @Field(() => [AcceptedWarningInput], maybe("Warnings to accept; those that do not arise do not matter."))
  declare acceptedWarnings?: AcceptedWarningInput[];
}

/** A revision to bring back. */
@InputType({ description: "A revision to bring back as the newest one." })
export class RestoreRevisionInput extends ArticleEditInput {
  @Field(() => Int, { description: "Its number." })
  declare revision: number;

  @Field(() => String, maybe("A note to colleagues; says which one came back unless given."))
  declare note?: string;
}
