import { DatelineError } from "../../kernel/errors/index.ts";
import type { Bound, Reader } from "../reader.ts";
import { compose, type Choice, type Count, type Workshop } from "./compose.ts";
import type { Fault } from "./fault.ts";
import type { Edge } from "./noun.ts";
import { finisher, type Project } from "./project.ts";
import type { Run } from "./run.ts";
import type { Selection, Shape, Variables } from "./selection.ts";
import { clock, sql, statementOf, type Sql, type Statement } from "./sql.ts";
import type { TableName } from "./tables.ts";

/** One way into the newspaper: an edge that begins nowhere. */
export interface Root<Table extends TableName> {
  /** Tells apart roots that lead different ways. */
  readonly name: string;
  readonly edge: Edge<Table>;
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
  readonly value: unknown;
  /** Paths begin below the root field. */
  readonly faults: readonly Fault[];
}

/** An answer that has been planned, counted and bound, and not yet asked for. */
export interface Planned {
  /** The most rows it can bring. */
  readonly rows: number;
  /** The statements known before anything is asked, for whoever wants to see them. */
  readonly statements: readonly Bound[];
  /** Asks the database. Rejects with an error of ours when it cannot answer. */
  readonly answer: () => Promise<Answer>;
}

/** A statement made for one shape, and how its answer is read. */
interface Compiled {
  readonly statement: Statement;
  /** Whether it has to go alone. */
  readonly alone: boolean;
  readonly project: Project;
  readonly count: Count;
}

/** Everything compiled for one selection. */
interface Shelf {
  choices: readonly Choice[];
  readonly compiled: Map<string, Compiled>;
}

const shelves = new WeakMap<Selection, Map<string, Shelf>>();
const mostShapes = 16;

/**
 * Plans the answer to a question: one statement, compiled once a shape. Throws what the values of arguments are refused
 * with; nothing has been asked of the database then.
 */
export function plan<Table extends TableName>(reader: Reader, root: Root<Table>, question: Question): Planned {
  const run = openRun(reader, question);
  const { statement, alone, project, count } = compiledFor(root, question, run);
  const rows = count(run, 1, true);
  const together = alone ? undefined : { text: statement.together, rows };
  const bound = { text: statement.text, values: statement.bind(run), together };
  const answer = async (): Promise<Answer> => {
    for (const tag of root.tags?.(run) ?? []) run.tags.add(tag);
    const found = await ask(reader, bound);
    for (const tag of found === null ? (root.missing ?? []) : []) run.tags.add(tag);
    return { value: project(found, run), faults: run.faults };
  };
  return { rows, statements: [bound], answer };
}

/** Asks the database, and notes the moment it saw. */
export async function ask({ source, provenance }: Reader, statement: Bound): Promise<unknown> {
  const [at, found] = await source.ask(statement);
  provenance.at = Math.min(provenance.at ?? at, at);
  return found;
}

/** Opens the run of a question. */
export function openRun({ lens, siteUrl, provenance }: Reader, { input, variables }: Question): Run {
  return { lens, siteUrl, tags: provenance.tags, faults: [], input, variables, known: new Map() };
}

function compiledFor<Table extends TableName>(root: Root<Table>, question: Question, run: Run): Compiled {
  const { selection } = question;
  const ofSelection = shelves.get(selection) ?? new Map<string, Shelf>();
  shelves.set(selection, ofSelection);
  const shelf = ofSelection.get(root.name);
  const known = shelf?.compiled.get(keyOf(shelf.choices, run));
  return known ?? compile(root, question, run, ofSelection);
}

/** The statement that gives the moment it sees, in milliseconds, and what a piece of JSON text finds. */
export const momentAnd = (piece: Sql, now = false): Statement =>
  statementOf(sql`select '[' || (extract(epoch from ${clock}) * 1000) || ',' || ${piece} || ']' as j`, now);

// The lens decides the shape as well: what is previewed is read from elsewhere, and who looks at now needs no time.
const keyOf = (choices: readonly Choice[], run: Run): string =>
  choices.reduce((key, choice) => `${key}|${choice(run)}`, kindOf(run));

const kindOf = ({ lens: { at, preview } }: Run): string =>
  (at === null ? "now" : "then") + (preview ? " previewed" : "");

function compile<Table extends TableName>(
  root: Root<Table>,
  { selection, shape }: Question,
  run: Run,
  shelf: Map<string, Shelf>,
): Compiled {
  const shop: Workshop = { run, choices: [], aliases: 0, alone: run.lens.preview !== undefined };
  const { piece, projects, count } = compose(root.edge, [selection], shop);
  const statement = momentAnd(piece, run.lens.at === null);
  const made: Compiled = { statement, alone: shop.alone, count, project: finisher(shape, projects[0] as Project) };
  const kept = shelf.get(root.name)?.compiled ?? new Map<string, Compiled>();
  if (kept.size >= mostShapes) kept.clear();
  kept.set(keyOf(shop.choices, run), made);
  shelf.set(root.name, { choices: shop.choices, compiled: kept });
  return made;
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
