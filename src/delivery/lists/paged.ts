import { fieldsOf, finisher, own, recordProject } from "../plan/index.ts";
import type { Project, Row, Selection, Value, Wanted } from "../plan/index.ts";
import { cursorsOf, type Place } from "./cursor.ts";
import type { PageRange } from "./page.ts";

/** A page as it was read. */
export interface ReadPage {
  /** The name of its list, which its cursors are bound to. */
  readonly list: string;
  readonly range: PageRange;
  /** Its rows from the end it was asked from, one more than the page holds where the list goes on. */
  readonly rows: readonly Row[];
  readonly placeOf: (row: Row) => Place;
  /** Whether anything stands on the far side of the cursors it was asked with. */
  readonly newer: boolean;
  readonly older: boolean;
  readonly total: unknown;
}

// A cursor is only spelled where it is asked for.
const cursorAt = (end: "startCursor" | "endCursor") => (page: Value) => (page[end] as () => string | null)();

/** What the fields of connections are made of; `node` leads to the article's row. */
const pageInfo = {
  ...own("hasNextPage", "hasPreviousPage"),
  startCursor: cursorAt("startCursor"),
  endCursor: cursorAt("endCursor"),
};
const edgeFields = { cursor: ({ cursor, row }: Value) => (cursor as (row: Row) => string)(row as Row) };

/** Where the fields of connections come from. */
export const connectionRecords = {
  ArticleConnection: own("edges", "pageInfo", "totalCount"),
  ArticleEdge: edgeFields,
  SearchConnection: own("edges", "pageInfo"),
  SearchEdge: edgeFields,
  CorrectionConnection: own("edges", "pageInfo"),
  CorrectionEdge: edgeFields,
  PageInfo: pageInfo,
};

/** Every way in which the article of an edge is wanted. */
export function nodesWanted(below: Selection): readonly Wanted[] {
  const edges = [...below.values()].flat().filter(({ field }) => field === "edges");
  const inner = edges.flatMap((edge) => [...edge.below.values()].flat());
  return inner.filter(({ field }) => field === "node");
}

/** Whether a field of the connection itself is wanted. */
export const wantsPart = (below: Selection, part: "pageInfo" | "totalCount"): boolean =>
  [...below.keys()].some((type) => fieldsOf(below, type).some(({ field }) => field === part));

/** Whether cursors are wanted of a connection, so that its rows have to say where they stand. */
export const wantsPlaces = (below: Selection): boolean =>
  wantsPart(below, "pageInfo") ||
  [...below.values()]
    .flat()
    .filter(({ field }) => field === "edges")
    .some((edges) => [...edges.below.values()].flat().some(({ field }) => field === "cursor"));

/** Shows a page in the way it is wanted; one project for each wanted node. */
export function pageProject(
  { below, shape }: Wanted,
  nodes: readonly Wanted[],
  projects: readonly Project<Row>[],
): Project<ReadPage> {
  const leads = (_type: string, wanted: Wanted): Project<Value> | null => {
    const project = wanted.field === "node" ? projects[nodes.indexOf(wanted)] : undefined;
    return project === undefined ? null : ({ row }, run) => project(row as Row, run);
  };
  const show = recordProject(below, { records: connectionRecords, typeOf: () => "", leads });
  const finish = finisher(shape, show);
  return (page, run) => finish(valueOf(page), run);
}

function valueOf({ list, range: { from, size }, rows, placeOf, newer, older, total }: ReadPage): Value {
  const goesOn = rows.length > size;
  const cut = rows.slice(0, size);
  const shown = from === "start" ? cut : cut.reverse();
  const write = { cursor: null as ((place: Place) => string) | null };
  const cursor = (row: Row): string => (write.cursor ??= cursorsOf(list))(placeOf(row));
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    edges: shown.map((row) => ({ row, cursor })),
    totalCount: total,
    pageInfo: {
      hasNextPage: (from === "start" && goesOn) || older,
      hasPreviousPage: (from === "end" && goesOn) || newer,
      startCursor: () => (first === undefined ? null : cursor(first)),
      endCursor: () => (last === undefined ? null : cursor(last)),
    },
  };
}
