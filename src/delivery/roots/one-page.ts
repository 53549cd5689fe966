import { cursorSlot, nodesWanted, pageProject, pageRange, type PageWish, type Place } from "../lists/index.ts";
import { isoTime, sql } from "../plan/index.ts";
import type { Edge, Noun, Row, Run, Selection, TableName, Wanted } from "../plan/index.ts";

/** What a root field is asked with, as a wish for a page. */
export const wishOf = ({ input }: Run): PageWish => input;

const cursor = cursorSlot((run) => wishOf(run).after);

/** The cursor a page begins after, as parameters of a statement; without one, a place before every row. */
export const begin = {
  rank: sql`${cursor(({ rank }) => rank, "Infinity")}::float4`,
  time: sql`${cursor(({ publishedAt }) => publishedAt.toISOString(), "infinity")}::timestamptz`,
  id: sql`${cursor(({ id }) => id, "ffffffff-ffff-ffff-ffff-ffffffffffff")}::uuid`,
} as const;

/** The place of a row in its list, from what was given to it. */
export const placeAt = (rank: number, time: string, id: string): Place => ({
  rank,
  publishedAt: new Date(isoTime(time)),
  id,
});

/** A root field that shows one page of a list. */
interface OnePage<Table extends TableName> {
  readonly field: string;
  /** The connection's type. */
  readonly type: string;
  /** The name of the list: its cursors fit no other. */
  readonly list: (run: Run) => string;
  readonly rows: Edge<Table>;
  readonly placeOf: (given: Row) => Place;
}

/** The one page of a root field's list; there is no table it is a row of. */
export const onePage = <Table extends TableName>(below: Selection, page: OnePage<Table>): Edge<"section"> => ({
  ...{ noun: pageNoun(below, page), many: false, most: () => 1, pick: () => ({ source: sql`(select 1)` }) },
});

const pageNoun = <Table extends TableName>(
  below: Selection,
  { field, type, list, rows, placeOf }: OnePage<Table>,
): Noun<"section"> => ({
  ...{ type, table: "section", entries: {} },
  project: (_selection, at) => {
    const nodes = nodesWanted(below);
    const found = at.rows(
      rows,
      nodes.map((one) => one.below),
    );
    const shape = { nullable: false, item: null, leaf: null };
    const wanted: Wanted = { key: "", field, args: null, shape, below };
    const show = pageProject(wanted, nodes, found.projects);
    return (row, run) => {
      const wish = wishOf(run);
      const named = list(run);
      const range = pageRange(named, wish);
      const newer = (wish.after ?? null) !== null;
      const shown = row.rows(found.cell);
      return show({ list: named, range, rows: shown, placeOf, newer, older: false, total: null }, run);
    };
  },
});
