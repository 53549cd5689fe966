import { Field, Int, InterfaceType, ObjectType } from "type-graphql";
import { WebUrl } from "../../shared/index.ts";
import { SpanKindEnum } from "../enums.ts";

/** A marked stretch of text. */
@ObjectType("Span", { description: "A marked stretch of text, in UTF-16 units.", simpleResolvers: true })
export class SpanType {
  @Field(() => Int, { description: "Where it begins." })
  declare readonly start: number;

  @Field(() => Int, { description: "Where it ends; the character there is no longer part of it." })
  declare readonly end: number;

  @Field(() => SpanKindEnum, { description: "What the stretch is." })
  declare readonly kind: string;

  @Field(() => WebUrl, { nullable: true, description: "Where a link leads; null for everything else." })
  declare readonly href: string | null;
}

/** Whatever has text with marks. */
@InterfaceType("MarkedText", {
  description: "Whatever is a text with marks.",
  autoRegisterImplementations: false,
})
export abstract class MarkedTextInterface {
  @Field(() => String, { description: "Plain text; a line feed is a line break." })
  declare readonly text: string;

  @Field(() => [SpanType], { description: "What marks the text; spans may nest, never cross." })
  declare readonly spans: readonly SpanType[];
}
