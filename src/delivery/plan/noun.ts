import type { Project } from "./project.ts";
import type { Json } from "./json.ts";
import type { Row } from "./row.ts";
import type { Read, Run } from "./run.ts";
import type { Args, Selection, Wanted } from "./selection.ts";
import type { Alias, Sql } from "./sql.ts";
import type { Column, TableName } from "./tables.ts";

/**
 * Something readers can ask for, one row each, and where every one of its fields comes from. Its rows are shown as JSON
 * text, or as something text is made of later.
 */
export interface Noun<Table extends TableName, Shown = Json> {
  /** Its type in the public schema. */
  readonly type: string;
  readonly table: Table;
  /** The kind of tag its rows bear, and the column of the id in it. */
  readonly tag?: readonly [kind: TagKind, id: Column<Table>];
  /** What makes a row one that readers may see; woven in wherever the noun is read. */
  readonly seen?: (one: Alias<Table>) => Sql;
  /**
   * Columns whose JSON its table holds ready, value after value in a column `spelled`: the first cells of every row, in
   * this order.
   */
  readonly spelled?: readonly Column<Table>[];
  /** Columns that stand in every row, wanted or not, for who walks the rows. */
  readonly needs?: readonly Column<Table>[];
  /** Cells every edge to it has to give, next in the row and in this order. */
  readonly given?: readonly string[];
  /** Field by field, where its value comes from. */
  readonly entries: Entries<Table>;
  /** How a row is shown, where it is more than an object of its entries. */
  readonly project?: (selection: Selection, at: Site<Table>) => Project<Row, Shown>;
}

/** What a tag can name. */
export type TagKind = "article" | "section" | "topic" | "contributor" | "media" | "agency" | "address";

/** Where a field's value comes from. It adds the cells it needs to the row, and says how to read them. */
export type Entry<Table extends TableName> = (wanted: Wanted, at: Site<Table>) => Read;

/** The entries of a noun by field. */
export type Entries<Table extends TableName> = Readonly<Record<string, Entry<Table>>>;

/** The way from where one stands to rows of a noun. */
export interface Edge<Table extends TableName, Shown = Json> {
  readonly noun: Noun<Table, Shown>;
  /** Whether it leads to a list. */
  readonly many: boolean;
  /** The most rows it can bring, for the worst-case count. */
  readonly most: (run: Run) => number;
  /** The most rows it can bring in all, where no two rows come from the same one above: the branches of a tree. */
  readonly inAll?: number;
  /** Edges of one key lead from a row to the very same rows, which are then read once. */
  readonly key?: string;
  /** A condition on the row above without which nobody needs what it leads to. */
  readonly when?: Sql;
  /** What stands in the cell where it leads to no row: a value of its own, never an array. For edges to one row. */
  readonly otherwise?: Sql;
  /** Which rows, once they have a name. The composer adds the table itself, and what may be seen of it. */
  readonly pick: (one: Alias<Table>) => Picked;
}

/** Which rows an edge leads to. */
export interface Picked {
  /** Tables it passes through, as they stand in FROM before the noun's own, and the join to it. */
  readonly through?: readonly [from: Sql, on: Sql];
  /** Stands in for the noun's table: rows of the same columns, readable already. */
  readonly source?: Sql;
  /** The article somebody names: under a lens that previews it, it is seen in its previewed revision. */
  readonly own?: boolean;
  /**
   * Finding them may cost more than their number tells, or they are named by a list: then the statement never goes
   * together with others, who would have to wait for it.
   */
  readonly alone?: boolean;
  readonly where?: Sql;
  readonly order?: Sql;
  readonly limit?: Sql;
  readonly given?: readonly Sql[];
  /** Cells by name that are only added where an entry asks for them. */
  readonly onDemand?: Readonly<Record<string, Sql>>;
}

/** Rows found at a cell, and how each selection asked for shows one of them. */
export interface Found<Shown = Json> {
  readonly cell: number;
  readonly projects: readonly Project<Row, Shown>[];
}

/** A place in the statement where a row of a noun is being read. */
export interface Site<Table extends TableName> {
  /** The row's name in SQL. */
  readonly one: Alias<Table>;
  /** The position of a cell of the row; asked for again under the same key, it is the same cell. */
  readonly cell: (key: string, value: () => Sql) => number;
  /** A cell the edge that led here can give: SQL null where it gives none of that name. */
  readonly demand: (name: string) => number;
  /** A cell that holds what an edge leads to, read for each of the selections. */
  readonly rows: <Other extends TableName, Shown = Json>(
    edge: Edge<Other, Shown>,
    selections: readonly Selection[],
  ) => Found<Shown>;
  /** Marks a choice the shape of the statement depends on: what it is in this run. */
  readonly choice: (args: Args | null, pick: (values: Readonly<Record<string, unknown>>) => string) => string;
}
