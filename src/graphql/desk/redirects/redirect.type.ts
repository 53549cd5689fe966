import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { RedirectOrigin } from "../../../newsroom/vocabulary.ts";
import { DateTime } from "../../shared/scalars.ts";

/** An old path and where it leads. */
@ObjectType("Redirect", { description: "An old path, and where it leads now." })
export class RedirectType {
  @Field(() => ID, { description: "Opaque id." })
  declare readonly id: string;

  @Field(() => String, { description: "The old path, folded: lower case, with a leading slash." })
  declare readonly from: string;

  @Field(() => String, { nullable: true, description: "The path it leads to now; null for what is gone." })
  declare readonly to: string | null;

  @Field(() => Boolean, { description: "True when everything below the old path is carried along." })
  declare readonly isPrefix: boolean;

  @Field(() => Int, { description: "301 or 308, and 410 for what is gone." })
  declare readonly status: number;

  @Field(() => RedirectOrigin, { description: "How it came about." })
  declare readonly origin: RedirectOrigin;

  @Field(() => DateTime, { description: "When it was made." })
  declare readonly createdAt: Date;
}

/** A redirect to add. */
@InputType({ description: "An old path, and the path of this site it is to lead to." })
export class AddRedirectInput {
  @Field(() => String, { description: "The old path, such as /old/harbour." })
  declare from: string;

  @Field(() => String, { description: "Where it is to lead; a section or article there is followed when it moves." })
  declare to: string;

  @Field(() => Boolean, { nullable: true, description: "True to carry everything below the old path along." })
  declare prefix?: boolean;
}

/** A redirect to remove. */
@InputType({ description: "A redirect to take away." })
export class RemoveRedirectInput {
  @Field(() => ID, { description: "Its old path, or its id." })
  declare redirect: string;
}
