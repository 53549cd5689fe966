import { jsonText, sqlNull } from "./json-text.ts";
import type { Noun } from "./noun.ts";
import { sql, type Alias, type Sql } from "./sql.ts";
import { tables, type Form, type TableName } from "./tables.ts";

/** The cells of a row that is being put together. */
export interface Cells {
  /** Adds a cell of this text. Returns its position. */
  readonly add: (text: () => Sql) => number;
  /** The position of the cell of a value; asked for again under the same key, it is the same cell. */
  readonly cell: (key: string, value: () => Sql) => number;
  /** The text of the row's cells, in their order. */
  readonly texts: () => readonly Sql[];
}

/** So many plain values cost as much as the text that holds them all. */
const worthTaking = 3;

/**
 * Begins a row of a noun. What its table holds spelled comes first: taken as it stands, where that is less work than
 * spelling what is wanted of it; `ready` says that it may be taken.
 */
export function openCells<Table extends TableName>(
  one: Alias<Table>,
  { table, spelled = [] }: Pick<Noun<Table>, "table" | "spelled">,
  ready: boolean,
): Cells {
  const forms: Readonly<Record<string, Form>> = tables[table];
  const wanted = new Set<string>();
  const places = new Map<string, number>(spelled.map((name, place) => [name, place]));
  const others: (() => Sql)[] = [];
  const add: Cells["add"] = (text) => spelled.length + others.push(text) - 1;
  const cell: Cells["cell"] = (key, value) => {
    wanted.add(key);
    const known = places.get(key);
    if (known !== undefined) return known;
    const text = jsonText(value());
    const place = add(() => text);
    places.set(key, place);
    return place;
  };
  const first = (): readonly Sql[] => {
    const asked = spelled.filter((name) => wanted.has(name));
    const escaped = asked.some((name) => forms[name]?.startsWith("text"));
    if (ready && (escaped || asked.length >= worthTaking)) return [sql`${one.as}.spelled`];
    return spelled.map((name) => jsonText(wanted.has(name) ? one.col(name) : sqlNull));
  };
  return { add, cell, texts: () => [...first(), ...others.map((text) => text())] };
}
