import { Field, ID, InputType, Int } from "type-graphql";
import { maybe } from "../shared/maybe.ts";
import { naming } from "../shared/naming.ts";

/** A lock to take. */
@InputType({ description: "An article one is at work on." })
export class LockArticleInput {
  @Field(() => ID, { description: naming })
  declare article: string;

  @Field(() => Int, maybe("How many minutes, 30 unless said, 480 at most; locking again begins anew."))
  declare minutes?: number;

  @Field(() => String, maybe("What colleagues should know."))
  declare note?: string;
}

/** A lock to give back. */
@InputType({ description: "An article one has finished with." })
export class UnlockArticleInput {
  @Field(() => ID, { description: naming })
  declare article: string;
}

/** A lock to break. */
@InputType({ description: "An article whose lock to take away, and why." })
export class BreakLockInput {
  @Field(() => ID, { description: naming })
  declare article: string;

  @Field(() => String, { description: "Why; kept at the desk." })
  declare reason: string;
}
