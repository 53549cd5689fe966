import DataLoader from "dataloader";
import type { Db } from "../../../src/database/db.ts";
import { mapDatabaseError } from "../../../src/database/errors.ts";
import type { Lens } from "./lens.ts";
import { databaseTime } from "./reader.store.ts";

/** One reading of the newspaper: everything asked of the same reader is seen at one moment, and fetched once. */
export interface Reader {
  readonly db: Db;
  readonly lens: Lens;
  /** The address of the site, without a slash at its end: canonical addresses and pictures begin with it. */
  readonly siteUrl: string;
}

/** Opens a reading; make one for each request. */
export const openReader = (facts: Reader): Reader => ({ ...facts });

/** Something worked out at most once for a reader, when it is first wanted. */
export function once<Thing>(make: (reader: Reader) => Thing): (reader: Reader) => Thing {
  const made = new WeakMap<Reader, { thing: Thing }>();
  return (reader) => {
    const known = made.get(reader) ?? { thing: make(reader) };
    made.set(reader, known);
    return known.thing;
  };
}

/** The one moment at which this reader sees everything. */
export const momentOf: (reader: Reader) => Promise<Date> = once((reader) =>
  reader.lens.at === null ? asked(() => databaseTime(reader.db)) : Promise.resolve(reader.lens.at),
);

/** Loads one batch; answers in the order of the keys. */
type LoadBatch<Key, Value> = (reader: Reader, keys: readonly Key[], at: Date) => Promise<readonly Value[]>;

/**
 * A look-up that gathers the keys asked for in the same tick into one statement and remembers the answers as long as
 * the reader lives. Keys that are records need `spell`, which tells equal ones apart from others.
 */
export function batched<Key, Value>(
  load: LoadBatch<Key, Value>,
  spell?: (key: Key) => string,
): (reader: Reader) => DataLoader<Key, Value, unknown> {
  return once((reader) => {
    const batch = async (keys: readonly Key[]) => {
      const at = await momentOf(reader);
      return asked(() => load(reader, keys, at));
    };
    return new DataLoader<Key, Value, unknown>(batch, spell === undefined ? {} : { cacheKeyFn: spell });
  });
}

/** Asks the database; its faults come back as ours. */
export async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw mapDatabaseError(error);
  }
}

/** Rows by key, one or none each, in the order of the keys. */
export function oneEach<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Rows by key, any number each, in the order of the keys and within a key in the order of the rows. */
export function manyEach<Key, Row>(keys: readonly Key[], rows: readonly Row[], keyOf: (row: Row) => Key): Row[][] {
  const byKey = new Map<Key, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}
