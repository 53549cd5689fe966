import { Field, ID, Int, ObjectType } from "type-graphql";
import { ActorKind, Door } from "../../../newsroom/vocabulary.ts";
import { DateTime, JSONObject } from "../../shared/scalars.ts";
import { maybe } from "../shared/maybe.ts";

/** One act, as it was recorded. */
@ObjectType("AuditEvent", { description: "One act, as it was recorded; it never changes." })
export class AuditEventType {
  @Field(() => ID, { description: "Its number, in digits." })
  declare readonly id: string;

  @Field(() => DateTime, { description: "When it was done." })
  declare readonly at: Date;

  @Field(() => ActorKind, { description: "A user, or the system." })
  declare readonly actorKind: ActorKind;

  @Field(() => ID, maybe("Opaque id of the user who acted; null for the system."))
  declare readonly actorId: string | null;

  @Field(() => String, { description: "Who acted, by the name they had then." })
  declare readonly actorName: string;

  @Field(() => Door, { description: "The door it came through." })
  declare readonly door: Door;

  @Field(() => String, { description: "The act, spelled noun:verb, such as article:publish." })
  declare readonly action: string;

  @Field(() => String, { description: "What kind of thing was acted upon: article, section, user, api-client …" })
  declare readonly entityType: string;

  @Field(() => String, { description: "The plain id of the thing." })
  declare readonly entityId: string;

  @Field(() => JSONObject, maybe("What the act changed, as it was."))
  declare readonly before: Record<string, unknown> | null;

  @Field(() => JSONObject, maybe("What the act changed, as it then stood."))
  declare readonly after: Record<string, unknown> | null;

  @Field(() => String, maybe("Why, where a reason was given."))
  declare readonly reason: string | null;

  @Field(() => String, maybe("The request or command it was part of."))
  declare readonly requestId: string | null;

  @Field(() => String, maybe("Its place in the chain, in digits."))
  declare readonly seq: string | null;

  @Field(() => String, maybe("SHA-256 of its link in the chain, in hex."))
  declare readonly hash: string | null;
}

/** The newest link of the chain. */
@ObjectType("AuditHead", { description: "The newest link of the chain: keep it elsewhere." })
export class AuditHeadType {
  @Field(() => String, { description: "Its place in the chain, in digits." })
  declare readonly seq: string;

  @Field(() => String, { description: "Its SHA-256, in hex." })
  declare readonly hash: string;
}

/** Whether nobody changed the record. */
@ObjectType("AuditVerdict", { description: "What working out the whole chain again has found." })
export class AuditVerdictType {
  @Field(() => Boolean, { description: "Whether every link holds." })
  declare readonly holds: boolean;

  @Field(() => Int, { description: "How many links hold." })
  declare readonly checked: number;

  @Field(() => AuditHeadType, maybe("The newest link; null while nothing was ever done."))
  declare readonly head: AuditHeadType | null;

  @Field(() => String, maybe("The first thing wrong, in one sentence."))
  declare readonly fault: string | null;
}
