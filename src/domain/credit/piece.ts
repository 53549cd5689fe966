import type { Joint } from "./boundaries.ts";
import type { Known } from "./known.ts";
import type { Span } from "./view.ts";

/** A token, or one side of a token that says two things, with what it is known to be; `known` is null for a name. */
export interface Piece extends Span {
  readonly known: Known | null;
  readonly joint: Joint | null;
}
