/**
 * The cache tags of every row, list and missing thing an answer rests on. Noting one costs next to nothing; they are
 * spelled, each once, when somebody reads them.
 */
export interface Tags extends Iterable<string> {
  /** Notes a whole tag. */
  readonly add: (tag: string) => void;
  /** Notes the tag of a thing by its kind and id. */
  readonly note: (kind: string, id: string) => void;
}

/** What an answer is made of; filled while it is computed, read when it is finished. */
export interface Provenance {
  readonly tags: Tags;
  /**
   * The earliest moment any of its statements saw, in milliseconds since 1970 by the database's clock; null while
   * nothing was asked.
   */
  at: number | null;
  /** For how many seconds the answer may be kept, from the schema's `@cacheControl`; 0 means not at all. */
  maxAge: number;
}

function openTags(): Tags {
  const kinds: string[] = [];
  const ids: string[] = [];
  const note = (kind: string, id: string): void => {
    kinds.push(kind);
    ids.push(id);
  };
  return {
    note,
    add: (tag) => {
      note("", tag);
    },
    [Symbol.iterator]: () => {
      const spelled = ids.map((id, index) => (kinds[index] === "" ? id : `${kinds[index] ?? ""}:${id}`));
      // Copied letter by letter: a piece of the text an id was read from would keep all of that text.
      return (JSON.parse(JSON.stringify([...new Set(spelled)])) as string[]).values();
    },
  };
}

/** The provenance of an answer nothing is known of yet. */
export const openProvenance = (): Provenance => ({ tags: openTags(), at: null, maxAge: 0 });
