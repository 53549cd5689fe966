import { DatelineError } from "../../kernel/errors/index.ts";
import type { Bound, Reader } from "../reader.ts";
import { compose, type Choice, type Count, type Workshop } from "./compose.ts";
import type { Fault } from "./fault.ts";
import type { Edge } from "./noun.ts";
import type { Json } from "./json.ts";
import { finisher, type Project } from "./project.ts";
import { Row } from "./row.ts";
import type { Run } from "./run.ts";
import type { Selection, Shape, Variables } from "./selection.ts";
import { clock, sql, statementOf, type Sql, type Statement } from "./sql.ts";
import type { TableName } from "./tables.ts";

/** One way into the newspaper: an edge that begins nowhere. */
export interface Root<Table extends TableName, Shown = Json> {
  /** Tells apart roots that lead different ways. */
  readonly name: string;
  readonly edge: Edge<Table, Shown>;
  /** What the answer rests on besides its rows: the key it was asked by, the list it came from. */
  readonly tags?: (run: Run) => readonly string[];
  /** What an answer that found nothing rests on besides. */
  readonly missing?: readonly string[];
}

/** What is asked of a root. */
export interface Question {
  readonly input: Readonly<Record<string, unknown>>;
  readonly selection: Selection;
  readonly shape: Shape;
  readonly variables: Variables;
}

/** A root field's answer, spelled as the client asked, and what could not be told. */
export interface Answer {
  readonly json: Json;
  /** Paths begin below the root field. */
  readonly faults: readonly Fault[];
}

/** An answer that has been planned, counted and bound, and not yet asked for. */
export interface Planned<Told = Answer> {
  /** The most rows it can bring. */
  readonly rows: number;
  /** The statements known before anything is asked, for whoever wants to see them. */
  readonly statements: readonly Bound[];
  /** Asks the database. Rejects with an error of ours when it cannot answer. */
  readonly answer: () => Promise<Told>;
}

/** A statement made for one shape, and how its answer is read. */
interface Compiled<Told> {
  readonly statement: Statement;
  /** Whether it has to go alone. */
  readonly alone: boolean;
  /** Reads the row whose second cell holds what was found. */
  readonly read: Project<Row, Told>;
  readonly count: Count;
}

/** Everything compiled for one selection. */
interface Shelf {
  choices: readonly Choice[];
  readonly compiled: Map<string, Compiled<unknown>>;
}

const shelves = new WeakMap<Selection, Map<string, Shelf>>();
const mostShapes = 16;

/** The cell of an answer that holds what was found; the first holds the moment that was seen. */
export const FOUND = 1;

/**
 * Plans the answer to a question: one statement, compiled once a shape. Throws what the values of arguments are refused
 * with; nothing has been asked of the database then.
 */
export function plan<Table extends TableName>(reader: Reader, root: Root<Table>, question: Question): Planned {
  const { edge, missing = [] } = root;
  const { shape } = question;
  // What is made here is kept with the statement: nothing of the question may be, but its shape.
  return planned(reader, root, question, (show) => {
    const finish = finisher(shape, show);
    return (answer, run) => {
      const found = edge.many ? answer.rows(FOUND) : answer.row(FOUND);
      for (const tag of found === null ? missing : []) run.tags.add(tag);
      return { json: finish(found, run), faults: run.faults };
    };
  });
}

/** Plans the reading of a list whose rows are shown as something other than a part of the answer. */
export const planRows = <Table extends TableName, Shown>(
  reader: Reader,
  root: Root<Table, Shown>,
  question: Omit<Question, "shape">,
): Planned<readonly Shown[]> =>
  planned(reader, root, question, (show) => (answer, run) => answer.rows(FOUND).map((row) => show(row, run)));

/** How the rows of a root are read, once it is known how one is shown. */
type Reading<Shown, Told> = (show: Project<Row, Shown>) => Project<Row, Told>;

function planned<Table extends TableName, Shown, Told>(
  reader: Reader,
  root: Root<Table, Shown>,
  question: Omit<Question, "shape">,
  reading: Reading<Shown, Told>,
): Planned<Told> {
  const run = openRun(reader, question);
  const { statement, alone, read, count } = compiledFor(root, question, run, reading);
  const rows = count(run, 1, true);
  const together = alone ? undefined : { text: statement.together, rows };
  const bound = { text: statement.text, values: statement.bind(run), together };
  const answer = async (): Promise<Told> => {
    for (const tag of root.tags?.(run) ?? []) run.tags.add(tag);
    return read(await ask(reader, bound), run);
  };
  return { rows, statements: [bound], answer };
}

/** Asks the database, and notes the moment it saw. Gives a row: the moment, and what was found. */
export async function ask({ source, provenance }: Reader, statement: Bound): Promise<Row> {
  const answer = Row.of(await source.ask(statement));
  const at = answer.value(0) as number;
  provenance.at = Math.min(provenance.at ?? at, at);
  return answer;
}

/** Opens the run of a question. */
export function openRun(
  { lens, siteUrl, provenance }: Reader,
  { input, variables }: Pick<Question, "input" | "variables">,
): Run {
  return { lens, siteUrl, tags: provenance.tags, faults: [], input, variables, known: new Map() };
}

function compiledFor<Table extends TableName, Shown, Told>(
  root: Root<Table, Shown>,
  { selection }: Pick<Question, "selection">,
  run: Run,
  reading: Reading<Shown, Told>,
): Compiled<Told> {
  const ofSelection = shelves.get(selection) ?? new Map<string, Shelf>();
  shelves.set(selection, ofSelection);
  const shelf = ofSelection.get(root.name);
  // What is kept under the name of a root was read in its way.
  const known = shelf?.compiled.get(keyOf(shelf.choices, run)) as Compiled<Told> | undefined;
  if (known !== undefined) return known;
  const { choices, compiled } = compile(root, selection, run, reading);
  const kept = shelf?.compiled ?? new Map<string, Compiled<unknown>>();
  if (kept.size >= mostShapes) kept.clear();
  kept.set(keyOf(choices, run), compiled);
  ofSelection.set(root.name, { choices, compiled: kept });
  return compiled;
}

/** The statement that gives the moment it sees, in milliseconds, and what a piece of JSON text finds. */
export const momentAnd = (piece: Sql, now = false): Statement =>
  statementOf(sql`select '[' || (extract(epoch from ${clock}) * 1000) || ',' || ${piece} || ']' as j`, now);

// The lens decides the shape as well: what is previewed is read from elsewhere, and who looks at now needs no time.
const keyOf = (choices: readonly Choice[], run: Run): string =>
  choices.reduce((key, choice) => `${key}|${choice(run)}`, kindOf(run));

const kindOf = ({ lens: { at, preview } }: Run): string =>
  (at === null ? "now" : "then") + (preview ? " previewed" : "");

function compile<Table extends TableName, Shown, Told>(
  { edge }: Root<Table, Shown>,
  selection: Selection,
  run: Run,
  reading: Reading<Shown, Told>,
): { readonly choices: readonly Choice[]; readonly compiled: Compiled<Told> } {
  const shop: Workshop = { run, choices: [], aliases: 0, alone: run.lens.preview !== undefined };
  const { piece, show, count } = compose(edge, selection, shop);
  const statement = momentAnd(piece, run.lens.at === null);
  shop.run = null;
  return { choices: shop.choices, compiled: { statement, alone: shop.alone, count, read: reading(show) } };
}

/** The most rows the root fields of one operation may bring together. */
const mostRows = 50_000;

/** Refuses an operation that could bring too many rows, before anything is asked. Throws TOO_COMPLEX. */
export function expectFewRows(planned: readonly Pick<Planned, "rows">[], limit = mostRows): void {
  const asked = planned.reduce((sum, { rows }) => sum + rows, 0);
  if (asked <= limit) return;
  const says = `The query could bring ${String(asked)} rows; the limit is ${String(limit)}.`;
  throw new DatelineError("TOO_COMPLEX", { says, details: { asked, limit } });
}
