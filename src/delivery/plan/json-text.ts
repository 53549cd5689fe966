import { sql, type Sql } from "./pieces.ts";
import type { Form } from "./tables.ts";

const forms = new WeakMap<Sql, Form>();

/** Says what kind of value a piece gives, where that is known. Returns the piece. */
export function of(form: Form, piece: Sql): Sql {
  forms.set(piece, form);
  return piece;
}

/** No value. */
export const sqlNull: Sql = of("bare?", sql`null`);

const written: Readonly<Record<Exclude<Form, `${string}?`>, (piece: Sql) => Sql>> = {
  id: (piece) => sql`'"' || ${piece} || '"'`,
  word: (piece) => sql`'"' || ${piece} || '"'`,
  time: (piece) => sql`'"' || ${piece} || '"'`,
  text: (piece) => sql`to_json(${piece})::text`,
  bare: (piece) => sql`(${piece})::text`,
  any: (piece) => sql`to_json(${piece})::text`,
};

/**
 * The JSON text of a piece. Text put together from such pieces costs Postgres less than its functions that build JSON,
 * which ask at every call what type each of their arguments is of.
 */
export function jsonText(piece: Sql): Sql {
  const form = forms.get(piece) ?? "any";
  const may = form.endsWith("?") || form === "any";
  const text = written[form.replace("?", "") as keyof typeof written](piece);
  return may ? sql`coalesce(${text}, 'null')` : text;
}

/** The most cells that are joined at once: Postgres takes 100 arguments. */
const mostAtOnce = 90;

function commas(cells: readonly Sql[]): Sql {
  if (cells.length <= mostAtOnce) return sql`concat_ws(',', ${sql.join([...cells])})`;
  return commas([commas(cells.slice(0, mostAtOnce)), ...cells.slice(mostAtOnce)]);
}

/** The JSON text of a row, whose cells are JSON text already. */
export const rowText = (cells: readonly Sql[]): Sql =>
  cells.length === 0 ? sql`'[]'` : sql`'[' || ${commas(cells)} || ']'`;

/** The JSON text of all rows of a piece that gives one text `j` a row, in its order. */
export const listText = (rows: Sql): Sql =>
  sql`(select '[' || coalesce(string_agg(z.j, ','), '') || ']' from (${rows}) z)`;
