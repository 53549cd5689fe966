/** How a value reaches the query: written in it, or over a variable that is given, has a default, is absent or null. */
export type Way = "literal" | "given" | "default" | "absent" | "null" | "nullGiven";

/** A place in a list, chosen among the cursors known once it is clear which list is asked. */
export interface CursorChoice {
  readonly cursor: number;
  /** Taken from whatever list, so that it seldom fits. */
  readonly stray: boolean;
}

/** A value for an argument. */
export type Value = string | number | boolean | CursorChoice | readonly string[] | Readonly<Record<string, string>>;

/** An argument of a field. */
export interface Argument {
  readonly name: string;
  /** The type a variable for it needs, without the final "!". */
  readonly type: string;
  /** Whether that variable has to be non-null. */
  readonly required: boolean;
  readonly way: Way;
  readonly value: Value;
  /** The variable stands inside the input object, for its one field, whose type this is. */
  readonly inside?: string;
}

/** `@skip` or `@include`. */
export interface Condition {
  readonly directive: "skip" | "include";
  readonly way: "literal" | "given" | "default";
  readonly value: boolean;
}

/** A field that is asked for. */
export interface FieldPiece {
  readonly is: "field";
  readonly name: string;
  readonly alias: string | null;
  readonly args: readonly Argument[];
  readonly condition: Condition | null;
  readonly below: readonly Piece[];
}

/** A fragment, inline or named. */
export interface FragmentPiece {
  readonly is: "fragment";
  /** The type it is on; null for an inline one that names none. */
  readonly on: string | null;
  readonly named: boolean;
  readonly condition: Condition | null;
  readonly below: readonly Piece[];
}

/** One part of a selection. */
export type Piece = FieldPiece | FragmentPiece;
