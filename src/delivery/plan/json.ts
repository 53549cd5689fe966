declare const spelled: unique symbol;

/** JSON text, spelled as it may stand in an answer. */
export type Json = string & { readonly [spelled]: true };

/** No value. */
export const jsonNull = "null" as Json;

/** A value as JSON text; one that is left out is no value. Throws for a number JSON has no word for. */
export function jsonOf(value: unknown): Json {
  if (value === undefined) return jsonNull;
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError("A number is out of all bounds.");
  return JSON.stringify(value) as Json;
}
