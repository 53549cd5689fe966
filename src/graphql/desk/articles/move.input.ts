import { Field, InputType, Int, type ClassType } from "type-graphql";
import { DateTime } from "../../shared/scalars.ts";
import { ArticleEditInput } from "./article.input.ts";
import { AcceptedWarningInput } from "./parts.input.ts";
import { maybe } from "../shared/maybe.ts";

/** An article, the version last seen, and why. */
export interface MoveInput extends ArticleEditInput {
  readonly reason?: string | null;
}

/** The input of a verb that takes a reason or none, under a name of its own. */
export function moveInput(name: string, description: string, reason: string, nullable: boolean): ClassType<MoveInput> {
  @InputType(name, { description })
  class Input extends ArticleEditInput {
    @Field(() => String, { nullable, description: reason })
    declare reason?: string | null;
  }
  return Input;
}

/** A publication. */
@InputType({ description: "Which revision to publish, and when." })
export class PublishArticleInput extends ArticleEditInput {
  @Field(() => Int, { description: "The number of the revision to publish." })
  declare revision: number;

  @Field(() => DateTime, maybe("When; at once unless said."))
  declare at?: Date;

  @Field(() => Boolean, maybe("True for a change that does not move the updated time readers see."))
  declare minor?: boolean;

  @Field(() => [AcceptedWarningInput], maybe("Warnings to accept; those that do not arise do not matter."))
  declare acceptedWarnings?: AcceptedWarningInput[];
}

/** A publication ahead. */
@InputType({ description: "Which revision readers are to have, from when on, and until when." })
export class ScheduleArticleInput extends ArticleEditInput {
  @Field(() => Int, { description: "The number of the revision; it stays this one whatever is written meanwhile." })
  declare revision: number;

  @Field(() => DateTime, { description: "From then on; it must lie ahead." })
  declare at: Date;

  @Field(() => Boolean, maybe("True for a change that does not move the updated time readers see."))
  declare minor?: boolean;

  @Field(() => DateTime, maybe("From then on readers no longer have it; null for never, as it stands unless said."))
  declare expiresAt?: Date | null;

  @Field(() => [AcceptedWarningInput], maybe("Warnings to accept; those that do not arise do not matter."))
  declare acceptedWarnings?: AcceptedWarningInput[];
}

/** A republication. */
@InputType({ description: "Which revision of an article that was taken down readers get back." })
export class RepublishArticleInput extends ArticleEditInput {
  @Field(() => Int, { description: "The number of the revision." })
  declare revision: number;

  @Field(() => [AcceptedWarningInput], maybe("Warnings to accept; those that do not arise do not matter."))
  declare acceptedWarnings?: AcceptedWarningInput[];
}

/** A release. */
@InputType({ description: "Gives a held article back to the readers." })
export class ReleaseArticleInput extends ArticleEditInput {
  @Field(() => String, maybe("Why, if there is something to say; kept at the desk."))
  declare reason?: string | null;

  @Field(() => [AcceptedWarningInput], maybe("Warnings to accept; those that do not arise do not matter."))
  declare acceptedWarnings?: AcceptedWarningInput[];
}

/** A kill. */
@InputType({ description: "Which article to withdraw for ever, and why." })
export class KillArticleInput extends ArticleEditInput {
  @Field(() => String, { description: "Why; kept at the desk." })
  declare reason: string;

  @Field(() => String, maybe("What must be on file about it; kept at the desk."))
  declare legalNote?: string | null;
}

/** An embargo. */
@InputType({ description: "Which article no reader may have, and until when." })
export class SetEmbargoInput extends ArticleEditInput {
  @Field(() => DateTime, maybe("When it ends; null for one that holds until it is lifted."))
  declare until: Date | null;

  @Field(() => String, maybe("Who asked for it, and why; kept at the desk."))
  declare note?: string | null;
}

/** The end of an embargo before its time. */
@InputType({ description: "Which article's embargo to lift before its end, and why." })
export class LiftEmbargoInput extends ArticleEditInput {
  @Field(() => String, { description: "Why; kept at the desk." })
  declare reason: string;

  @Field(() => [AcceptedWarningInput], maybe("Warnings to accept; those that do not arise do not matter."))
  declare acceptedWarnings?: AcceptedWarningInput[];
}

/** An expiry. */
@InputType({ description: "From when on readers no longer have an article." })
export class SetExpiryInput extends ArticleEditInput {
  @Field(() => DateTime, maybe("When, which must lie ahead; null for never."))
  declare expiresAt: Date | null;

  @Field(() => [AcceptedWarningInput], maybe("Warnings to accept; those that do not arise do not matter."))
  declare acceptedWarnings?: AcceptedWarningInput[];
}
