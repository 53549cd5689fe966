/** How every canary looks: nothing else in the newspaper has such a word. */
export const canaryShape = /zqx[0-9a-z]{4}/gi;

/** Words that must never be told, each made once, with what it stands in. */
export interface Canaries {
  /** A new word for a place, e.g. "held: revision.headline". It is a slug, a word to search for, and sound text. */
  readonly word: (place: string) => string;
  /** Every place by its word. */
  readonly places: ReadonlyMap<string, string>;
}

/** Opens a book of canaries. */
export function openCanaries(): Canaries {
  const places = new Map<string, string>();
  const word = (place: string): string => {
    const made = `zqx${places.size.toString(36).padStart(4, "0")}`;
    places.set(made, place);
    return made;
  };
  return { word, places };
}
