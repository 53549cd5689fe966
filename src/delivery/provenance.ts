/** What an answer is made of; filled while it is computed, read when it is finished. */
export interface Provenance {
  /** Cache tags of every row, list and missing thing the answer rests on. */
  readonly tags: Set<string>;
  /** The earliest moment any of its statements saw, in milliseconds since 1970 by the database's clock; null while nothing was asked. */
  at: number | null;
  /** For how many seconds the answer may be kept, from the schema's `@cacheControl`; 0 means not at all. */
  maxAge: number;
}

/** The provenance of an answer nothing is known of yet. */
export const openProvenance = (): Provenance => ({ tags: new Set(), at: null, maxAge: 0 });
