import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MediaKind, MediaState, type CreditRole } from "../../../newsroom/vocabulary.ts";
import { DateTime } from "../../shared/scalars.ts";
import { CreditRoleEnum } from "../../shared/enums.ts";
import { maybe } from "../shared/maybe.ts";
import { versioning } from "../shared/naming.ts";

/** One part of a credit line. */
@ObjectType("CreditPart", { description: "One typed part of a credit line." })
export class CreditPartType {
  @Field(() => CreditRoleEnum, { description: "What it stands for." })
  declare readonly role: CreditRole;

  @Field(() => String, { description: "The name: canonical for agencies, as written for people." })
  declare readonly name: string;

  @Field(() => Int, { description: "Where it begins in the line, in UTF-16 units." })
  declare readonly start: number;

  @Field(() => Int, { description: "Where it ends in the line, in UTF-16 units." })
  declare readonly end: number;
}

/** A picture or other medium. */
@ObjectType("Media", {
  description: "A picture or other medium with its facts and credit; its file may still be missing.",
})
export class MediaType {
  @Field(() => ID, { description: "Opaque id." })
  declare readonly id: string;

  @Field(() => MediaKind, { description: "What it is." })
  declare readonly kind: MediaKind;

  @Field(() => MediaState, { description: "Whether it may be used." })
  declare readonly state: MediaState;

  @Field(() => String, { description: "The credit line, byte for byte as supplied." })
  declare readonly creditLine: string;

  @Field(() => String, maybe("What the picture shows, for those who cannot see it."))
  declare readonly alt: string | null;

  @Field(() => Boolean, { description: "True for a picture that tells nothing." })
  declare readonly decorative: boolean;

  @Field(() => String, maybe("The caption."))
  declare readonly caption: string | null;

  @Field(() => String, maybe("Media type of the file; null while there is none."))
  declare readonly mime: string | null;

  @Field(() => Int, maybe("Width in pixels."))
  declare readonly width: number | null;

  @Field(() => Int, maybe("Height in pixels."))
  declare readonly height: number | null;

  @Field(() => String, maybe("Terms of use."))
  declare readonly usageTerms: string | null;

  @Field(() => DateTime, maybe("When the rights run out."))
  declare readonly rightsExpireAt: Date | null;

  @Field(() => String, maybe("Where it comes from (IPTC Digital Source Type)."))
  declare readonly digitalSourceType: string | null;

  @Field(() => Int, { description: "Grows by one with every change; name it in the next one." })
  declare readonly version: number;
}

/** A new medium: its file may come later. */
@InputType({ description: "A new medium; its file is added with the desk command." })
export class AddMediaInput {
  @Field(() => MediaKind, maybe("A picture unless said."))
  declare kind?: MediaKind;

  @Field(() => String, maybe("The credit line as supplied."))
  declare creditLine?: string;

  @Field(() => String, maybe("What the picture shows."))
  declare alt?: string | null;

  @Field(() => Boolean, maybe("True for a picture that tells nothing."))
  declare decorative?: boolean;

  @Field(() => String, maybe("The caption."))
  declare caption?: string | null;

  @Field(() => String, maybe("Terms of use."))
  declare usageTerms?: string | null;

  @Field(() => DateTime, maybe("When the rights run out."))
  declare rightsExpireAt?: Date | null;
}

/** A credit line to set. */
@InputType({ description: "A medium and its credit line." })
export class CreditMediaInput {
  @Field(() => ID, { description: "The medium: its id or the beginning of it." })
  declare media: string;

  @Field(() => String, { description: "The credit line as supplied; its parts are worked out." })
  declare line: string;

  @Field(() => Int, { description: versioning })
  declare expectedVersion: number;
}

/** Words about a medium. */
@InputType({ description: "Words about a medium; null empties a field, one left out stays." })
export class DescribeMediaInput {
  @Field(() => ID, { description: "The medium: its id or the beginning of it." })
  declare media: string;

  @Field(() => String, maybe("What the picture shows."))
  declare alt?: string | null;

  @Field(() => Boolean, maybe("True for a picture that tells nothing."))
  declare decorative?: boolean;

  @Field(() => String, maybe("The caption."))
  declare caption?: string | null;

  @Field(() => Int, { description: versioning })
  declare expectedVersion: number;
}
