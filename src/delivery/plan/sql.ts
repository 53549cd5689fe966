import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import { of } from "./json-text.ts";
import { sql, type Sql } from "./pieces.ts";
import type { Run } from "./run.ts";
import { tables, type Column, type Form, type TableName } from "./tables.ts";

export { sql, type Sql };

/** A parameter: its place in the text is fixed, its value comes with each run. */
class Slot {
  readonly value: (run: Run) => unknown;

  constructor(value: (run: Run) => unknown) {
    this.value = value;
  }
}

/** A statement: the same text for every run, and what to bind. */
export interface Statement {
  readonly text: string;
  /** The statement for many who ask it with values of their own (see Together). */
  readonly together: string;
  readonly bind: (run: Run) => unknown[];
}

/** A value that comes with the run. A piece used in several places is bound once. */
export const bound = (value: (run: Run) => unknown): Sql => sql`${new Slot(value)}`;

const moment = new Slot((run) => run.lens.at);

/** The moment looked at: the lens's, or the database's own. */
export const clock: Sql = sql`coalesce(${moment}::timestamptz, now())`;

/** The clock as it is written, by the number of its parameter. */
const writtenClock = /coalesce\(\$(\d+)::timestamptz, now\(\)\)/g;

/** A table under a name nobody else in the statement has. */
export interface Alias<Table extends TableName> {
  /** The name itself, to stand after the table in FROM. */
  readonly as: Sql;
  /** One of its columns. */
  readonly col: (column: Column<Table>) => Sql;
}

/** The alias with that number; numbers are ours, so nothing a client wrote can become a name. */
export function aliasOf<Table extends TableName>(number: number, name: Table): Alias<Table> {
  const forms: Readonly<Record<string, Form>> = tables[name];
  const alias = `t${String(number)}`;
  return { as: sql.ref(alias), col: (column) => of(forms[column] ?? "any", sql.ref(`${alias}.${column}`)) };
}

/** A table by its name. */
export const table = (name: TableName): Sql => sql.table(name);

/** Pieces one after the other. */
export const joined = (pieces: readonly Sql[], between: Sql = sql`, `): Sql => sql.join([...pieces], between);

/** Conditions that must all hold; those left out do. */
export function all(...conditions: readonly (Sql | null | undefined)[]): Sql {
  const given = conditions.filter((one) => one !== null && one !== undefined);
  return given.length === 0 ? sql`true` : joined(given, sql` and `);
}

// Kysely writes the text; it never runs it.
const writer = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/**
 * Writes the text of a statement. Each parameter gets one number, however often it is used. One that is only ever asked
 * `now` has the database's own clock written into it.
 */
export function statementOf(piece: Sql, now = false): Statement {
  const { sql: text, parameters } = piece.compile(writer);
  const slots = parameters.map((parameter) => {
    if (parameter instanceof Slot) return parameter;
    throw new Error("A value was written into a statement instead of being bound.");
  });
  const isClock = (number: string): boolean => slots[Number(number) - 1] === moment;
  const timed = now ? text.replace(writtenClock, (whole, number: string) => (isClock(number) ? "now()" : whole)) : text;
  const distinct = [...new Set(slots)].filter((slot) => !(now && slot === moment));
  const numbers = slots.map((slot) => distinct.indexOf(slot) + 1);
  const folded = timed.replace(/\$(\d+)/g, (_, number: string) => `$${String(numbers[Number(number) - 1])}`);
  const bind: Statement["bind"] = (run) => distinct.map((slot) => slot.value(run));
  return { text: folded, together: togetherOf(folded, distinct.length), bind };
}

// Each parameter becomes a column of a table of those who ask; what one of them finds stays a matter of its own row.
function togetherOf(text: string, parameters: number): string {
  const places = Array.from({ length: Math.max(1, parameters) }, (_, place) => String(place + 1));
  const lists = places.map((place) => `$${place}::text[]`).join(", ");
  const columns = places.map((place) => `p${place}`).join(", ");
  const one = text.replace(/\$(\d+)/g, "asked.p$1");
  return `select asked.n::int as n, (${one}) as j from unnest(${lists}) with ordinality as asked(${columns}, n)`;
}
