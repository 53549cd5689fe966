/** An object of JSON. */
export type Bag = Readonly<Record<string, unknown>>;

/** Whether a value is an object of JSON: no list, and not null. */
export const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value was left out or said to be null. */
export const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
