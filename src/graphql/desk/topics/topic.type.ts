import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { TopicType } from "../../../newsroom/vocabulary.ts";
import { maybe } from "../shared/maybe.ts";
import { naming, versioning } from "../shared/naming.ts";

/** What articles are about, or the blog or series they belong to. */
@ObjectType("Topic", { description: "What articles are about, or the blog or series they belong to." })
export class TopicObjectType {
  @Field(() => ID, { description: "Opaque id." })
  declare readonly id: string;

  @Field(() => TopicType, { description: "What it is." })
  declare readonly type: TopicType;

  @Field(() => String, { description: "Unique among topics of its type." })
  declare readonly slug: string;

  @Field(() => String, { description: "The name readers see." })
  declare readonly name: string;

  @Field(() => String, maybe("A few words about it."))
  declare readonly description: string | null;

  @Field(() => String, maybe("Address or code of the concept in a shared vocabulary."))
  declare readonly schemeUri: string | null;

  @Field(() => Int, { description: "Grows by one with every change; name it in the next one." })
  declare readonly version: number;
}

/** A new topic. */
@InputType({ description: "A new topic." })
export class CreateTopicInput {
  @Field(() => TopicType, { description: "What it is; stays for ever." })
  declare type: TopicType;

  @Field(() => String, { description: "The name readers see." })
  declare name: string;

  @Field(() => String, maybe("Made from the name unless given."))
  declare slug?: string;

  @Field(() => String, maybe("A few words about it."))
  declare description?: string | null;

  @Field(() => String, maybe("Address or code of the concept in a shared vocabulary."))
  declare schemeUri?: string | null;
}

/** What to change of a topic. */
@InputType({ description: "What to change of a topic; null empties a field, one left out stays." })
export class UpdateTopicInput {
  @Field(() => ID, { description: `${naming} Also type:slug, such as blog:harbour-notes.` })
  declare topic: string;

  @Field(() => Int, { description: versioning })
  declare expectedVersion: number;

  @Field(() => String, maybe("The name readers see."))
  declare name?: string;

  @Field(() => String, maybe("Unique among topics of its type."))
  declare slug?: string;

  @Field(() => String, maybe("A few words about it."))
  declare description?: string | null;

  @Field(() => String, maybe("Address or code of the concept in a shared vocabulary."))
  declare schemeUri?: string | null;
}
