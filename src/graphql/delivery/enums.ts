import { markKinds } from "../../domain/blocks/index.ts";
import { registerEnum } from "../shared/index.ts";

const [strong, em, sub, sup, code] = markKinds;

/** What a stretch of text is, spelled as GraphQL spells enum values. */
export const SpanKindEnum = { STRONG: strong, EM: em, SUB: sub, SUP: sup, CODE: code, LINK: "link" } as const;

/** The way a text runs. */
export const DirectionEnum = { LTR: "ltr", RTL: "rtl" } as const;

registerEnum("Direction", DirectionEnum, "The way a text runs, as in the HTML attribute dir.", {
  LTR: "From left to right.",
  RTL: "From right to left.",
});
registerEnum("SpanKind", SpanKindEnum, "What a stretch of text is.", {
  STRONG: "Strong.",
  EM: "Emphasised.",
  SUB: "Lowered.",
  SUP: "Raised.",
  CODE: "Code.",
  LINK: "A link; it has an address.",
});
