import { openCells, type Cells } from "./cells.ts";
import { jsonText, listText, rowText, sqlNull } from "./json-text.ts";
import { jsonOf } from "./json.ts";
import { objectOf, type Project } from "./project.ts";
import type { Row } from "./row.ts";
import { argsIn, type Read, type Run } from "./run.ts";
import { fieldsOf, type Selection, type Wanted } from "./selection.ts";
import { aliasOf, all, joined, sql, table, type Alias, type Sql } from "./sql.ts";
import type { Edge, Entries, Noun, Picked, Site } from "./noun.ts";
import { previewed } from "./previewed.ts";
import type { TableName } from "./tables.ts";

/**
 * How many rows an edge and everything below it can bring, from so many rows above; `apart` when no two of those are
 * the same thing.
 */
export type Count = (run: Run, above: number, apart: boolean) => number;

/** A choice the shape depends on. */
export type Choice = (run: Run) => string;

/** What is kept of a statement while it is being put together. */
export interface Workshop {
  /**
   * The run it is made for: it decides the choices, and nothing else. Given up once the statement is made: what reads
   * its answers lives on, and would keep the first of them with all it rests on.
   */
  run: Run | null;
  readonly choices: Choice[];
  aliases: number;
  /** Whether it has to go alone. */
  alone: boolean;
}

function runOf({ run }: Workshop): Run {
  if (run === null) throw new Error("The statement is made already.");
  return run;
}

/** A part of a statement. */
export interface Part<Shown> {
  readonly piece: Sql;
  readonly show: Project<Row, Shown>;
  readonly count: Count;
}

/** Puts together what an edge leads to: a correlated sub-select whose cells are all that the selection wants. */
export function compose<Table extends TableName, Shown>(
  edge: Edge<Table, Shown>,
  selection: Selection,
  shop: Workshop,
): Part<Shown> {
  const rows = openRows(edge, shop);
  const show = rows.show(selection);
  return { piece: rows.close(), show, count: rows.count };
}

/** Rows that are still being put together: more may be wanted of them until they are closed. */
interface OpenRows<Shown> {
  readonly show: (selection: Selection) => Project<Row, Shown>;
  readonly close: () => Sql;
  readonly count: Count;
}

function openRows<Table extends TableName, Shown>(
  { noun, many, most, inAll, otherwise, pick }: Edge<Table, Shown>,
  shop: Workshop,
): OpenRows<Shown> {
  const one = aliasOf((shop.aliases += 1), noun.table);
  const picked = pick(one);
  shop.alone ||= picked.alone === true;
  const isPreviewed = runOf(shop).lens.preview !== undefined && picked.own === true;
  const source = isPreviewed ? previewed : picked.source;
  const cells = openCells(one, noun, source === undefined);
  const { site, counts } = openSite(one, shop, cells, picked.onDemand ?? {});
  picked.given?.forEach((value, place) => site.cell(noun.given?.[place] ?? String(place), () => value));
  noun.needs?.forEach((name) => cells.cell(name, () => one.col(name)));
  const count: Count = (run, above, apart) => {
    const still = apart && inAll !== undefined;
    const own = Math.min(above * most(run), still ? inAll : Infinity);
    return counts.reduce((sum, below) => sum + below(run, own, still), own);
  };
  const close = (): Sql => {
    const row = sql`${rowText(cells.texts())} as j`;
    const found = sql`select ${row} from ${from(noun, one, source, picked.through)}
      where ${all(noun.seen?.(one), picked.where)}${clause(sql` order by `, picked.order)}${clause(sql` limit `, picked.limit)}`;
    return many
      ? listText(found)
      : sql`coalesce((${found}), ${otherwise === undefined ? sql`'null'` : jsonText(otherwise)})`;
  };
  return { show: (selection) => projectOf(noun, selection, site), close, count };
}

// Rows are looked for where anybody who shares them needs them.
function guarded({ many }: { readonly many: boolean }, whens: readonly (Sql | undefined)[], piece: Sql): Sql {
  const given = whens.filter((when) => when !== undefined);
  if (given.length < whens.length) return piece;
  return sql`case when ${joined(given, sql` or `)} then ${piece} else ${many ? sql`'[]'` : sql`'null'`} end`;
}

const clause = (word: Sql, piece: Sql | undefined): Sql => (piece === undefined ? sql`` : sql`${word}${piece}`);

function from<Table extends TableName>(
  { table: name }: Pick<Noun<Table>, "table">,
  { as }: Alias<Table>,
  source: Sql | undefined,
  through: Picked["through"],
): Sql {
  const own = sql`${source ?? table(name)} as ${as}`;
  return through === undefined ? own : sql`${through[0]} join ${own} on ${through[1]}`;
}

function openSite<Table extends TableName>(
  one: Alias<Table>,
  shop: Workshop,
  { add, cell }: Cells,
  onDemand: Readonly<Record<string, Sql>>,
) {
  const counts: Count[] = [];
  const choice: Site<Table>["choice"] = (args, pick) => {
    const made: Choice = (run) => pick(argsIn(run, args));
    shop.choices.push(made);
    return made(runOf(shop));
  };
  const demand = (name: string): number => cell(name, () => onDemand[name] ?? sqlNull);
  const site: Site<Table> = { one, cell, demand, rows: rowsAt(shop, counts, add), choice };
  return { site, counts };
}

interface SharedRows<Shown> {
  readonly rows: OpenRows<Shown>;
  readonly cell: number;
  readonly whens: (Sql | undefined)[];
}

/** Rows below a site; those of one key are read once, whoever asks. */
function rowsAt(shop: Workshop, counts: Count[], add: Cells["add"]): Site<TableName>["rows"] {
  const shared = new Map<string, SharedRows<unknown>>();
  return <Other extends TableName, Shown>(edge: Edge<Other, Shown>, selections: readonly Selection[]) => {
    // Edges of one key are the same edge, so their rows are shown alike.
    const known = edge.key === undefined ? undefined : (shared.get(edge.key) as SharedRows<Shown> | undefined);
    if (known !== undefined) {
      known.whens.push(edge.when);
      return { cell: known.cell, projects: selections.map(known.rows.show) };
    }
    const rows = openRows(edge, shop);
    const whens = [edge.when];
    const cell = add(() => guarded(edge, whens, rows.close()));
    counts.push(rows.count);
    if (edge.key !== undefined) shared.set(edge.key, { rows, cell, whens });
    return { cell, projects: selections.map(rows.show) };
  };
}

function projectOf<Table extends TableName, Shown>(
  noun: Noun<Table, Shown>,
  selection: Selection,
  site: Site<Table>,
): Project<Row, Shown> {
  // Without a way of its own a noun is shown as JSON text.
  const plain = () => showing(noun.type, noun.entries, fieldsOf(selection, noun.type), site) as Project<Row, Shown>;
  const show = noun.project?.(selection, site) ?? plain();
  if (noun.tag === undefined) return show;
  const [kind, id] = noun.tag;
  const place = site.cell(id, () => site.one.col(id));
  return (row, run) => {
    run.tags.note(kind, row.text(place));
    return show(row, run);
  };
}

/** Shows a row as an object of its entries. */
export function showing<Table extends TableName>(
  type: string,
  entries: Entries<Table>,
  wanted: readonly Wanted[],
  site: Site<Table>,
): Project<Row> {
  return objectOf(wanted.map((one) => ({ wanted: one, read: readOf(type, entries, one, site) })));
}

function readOf<Table extends TableName>(
  type: string,
  entries: Entries<Table>,
  wanted: Wanted,
  site: Site<Table>,
): Read {
  if (wanted.field === "__typename") return () => jsonOf(type);
  const entry = Object.hasOwn(entries, wanted.field) ? entries[wanted.field] : undefined;
  if (entry === undefined) throw new Error(`Nobody has said where ${type}.${wanted.field} comes from.`);
  return entry(wanted, site);
}
