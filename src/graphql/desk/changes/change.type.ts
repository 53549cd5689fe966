import { Field, ID, ObjectType } from "type-graphql";
import { DateTime } from "../../shared/scalars.ts";

/** Something readers could notice. */
@ObjectType("Change", { description: "Something readers could notice: by an act, or brought by the clock." })
export class ChangeType {
  @Field(() => ID, {
    description: "Its number, in digits: the same for ever, and higher than that of all told before.",
  })
  declare readonly id: string;

  @Field(() => DateTime, { description: "From when on readers could notice it." })
  declare readonly dueAt: Date;

  @Field(() => String, {
    description: "What happened: published, updated, moved, expired, unpublished, killed, rebuilt …",
  })
  declare readonly boundary: string;

  @Field(() => String, { description: "What kind of thing it happened to." })
  declare readonly entityType: string;

  @Field(() => String, { description: "The plain id of the thing." })
  declare readonly entityId: string;

  @Field(() => Boolean, { description: "True when readers lose the thing: whoever has a copy drops it." })
  declare readonly tombstone: boolean;

  @Field(() => [String], { description: "The cache tags of the answers it touches; `*` is all of them." })
  declare readonly tags: readonly string[];
}
