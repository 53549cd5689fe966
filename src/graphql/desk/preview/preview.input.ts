import { Field, ID, InputType, Int } from "type-graphql";
import { maybe } from "../shared/maybe.ts";
import { naming } from "../shared/naming.ts";

/** What to show, and for how long. */
@InputType({ description: "Which article to show before readers have it, and for how long." })
export class CreatePreviewInput {
  @Field(() => ID, { description: naming })
  declare article: string;

  @Field(() => Int, maybe("How many minutes it lasts, at most 30 days; a day unless said."))
  declare minutes?: number;

  @Field(() => String, maybe("Whom it is for, or why; one line, at most 200 characters."))
  declare note?: string;
}

/** What to end. */
@InputType({ description: "Which preview to end." })
export class RevokePreviewInput {
  @Field(() => ID, { description: "Its id, or the beginning of it (8 digits or more)." })
  declare preview: string;
}
