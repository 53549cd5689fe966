/** JSON text, spelled as it may stand in an answer. */
export type Json = string;

/** No value. */
export const nothingThere: Json = "null";

/** A value as JSON text; one that is left out is no value. */
export const jsonOf = (value: unknown): Json => (value === undefined ? nothingThere : JSON.stringify(value));
