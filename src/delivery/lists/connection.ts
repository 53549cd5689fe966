import { all, argsIn, bound, cardCell, isoTime, sql } from "../plan/index.ts";
import type { Edge, House, Project, Read, Row, Run, Site, Sql, TableName, Wanted } from "../plan/index.ts";
import { parseCursor, type Place } from "./cursor.ts";
import { listed, listedNow, type Stretch } from "./listed.ts";
import { cursorsIn, endOf, fetchedSize, pageRange, wishedSize, type PageWish } from "./page.ts";
import { nodesWanted, pageProject, wantsPart, wantsPlaces, type ReadPage } from "./paged.ts";

/** A list of articles that can be asked for page by page. */
export interface PagedList {
  /** Its id, in SQL. */
  readonly id: Sql;
  /** The name its cursors are bound to, as a row tells it. */
  readonly name: (row: Row, run: Run) => string;
  /** The list's tag, as a row tells it. */
  readonly tag: (row: Row, run: Run) => string;
}

/** What was asked of a connection in this run. */
const wishOf = (run: Run, { args }: Wanted): PageWish => argsIn(run, args);

/** Parameters made of a cursor; the other value stands in where there is none. */
export const cursorSlot =
  (cursorIn: (run: Run) => string | null | undefined) =>
  (get: (place: Place) => unknown, otherwise: unknown): Sql =>
    bound((run) => {
      const place = parseCursor(cursorIn(run));
      return place === null ? otherwise : get(place);
    });

const place = sql`(l.published_at, l.article_id)`;

function boundSql(wanted: Wanted, which: "after" | "before"): Sql {
  const cursor = cursorSlot((run) => wishOf(run, wanted)[which]);
  const published = cursor(({ publishedAt }) => publishedAt.toISOString(), null);
  return sql`(${published}::timestamptz, ${cursor((one) => one.id, null)}::uuid)`;
}

/** The places between which a page lies; null on the side where nothing bounds it. */
interface Bounds {
  readonly after: Sql | null;
  readonly before: Sql | null;
}

function boundsOf<Table extends TableName>(wanted: Wanted, at: Site<Table>): Bounds {
  const given = at.choice(wanted.args, cursorsIn);
  return {
    after: given.includes("after") ? boundSql(wanted, "after") : null,
    before: given.includes("before") ? boundSql(wanted, "before") : null,
  };
}

/** Reads a page of a list: only what is wanted of it is asked for. Faults: INVALID_INPUT (sizes) and BAD_CURSOR. */
export function connection<Table extends TableName>(
  house: House,
  list: PagedList,
  wanted: Wanted,
  at: Site<Table>,
): Read {
  const bounds = boundsOf(wanted, at);
  const { after, before } = bounds;
  const from = at.choice(wanted.args, (wish) => endOf(wish)) === "end" ? "end" : "start";
  const goesOn = wantsPart(wanted.below, "pageInfo");
  const limit = sql`${bound((run) => fetchedSize(wishOf(run, wanted), goesOn))}::int`;
  const between = all(after && sql`${place} < ${after}`, before && sql`${place} > ${before}`);
  const stretch: Stretch = { from, between: after === null && before === null ? null : between, limit };
  const nodes = nodesWanted(wanted.below);
  const rows = at.rows(
    pageEdge(house, list, wanted, stretch),
    nodes.map(({ below }) => below),
  );
  const sides = goesOn ? at.cell(`#beside ${wanted.key}`, () => besideSql(list, bounds)) : -1;
  const total = wantsPart(wanted.below, "totalCount") ? at.cell(`#total ${wanted.key}`, () => totalSql(list)) : -1;
  const show: Project<ReadPage> = pageProject(wanted, nodes, rows.projects);
  return (row, run) => {
    run.tags.add(list.tag(row, run));
    const name = list.name(row, run);
    const range = pageRange(name, wishOf(run, wanted));
    const [newer, older] = sides < 0 ? [false, false] : (row.value(sides) as readonly [boolean, boolean]);
    const counted = total < 0 ? null : row.value(total);
    return show({ list: name, range, rows: row.rows(rows.cell), placeOf, newer, older, total: counted }, run);
  };
}

const placeOf = (row: Row): Place => ({
  rank: 0,
  publishedAt: new Date(isoTime(row.text(cardCell("published_at")))),
  id: row.text(cardCell("article_id")),
});

const pageEdge = ({ article }: House, { id }: PagedList, wanted: Wanted, stretch: Stretch): Edge<"live_card"> => ({
  noun: wantsPlaces(wanted.below) ? { ...article, needs: ["published_at", "article_id"] } : article,
  many: true,
  most: (run) => wishedSize(wishOf(run, wanted)),
  pick: (one) => ({
    ...listed(one, id, stretch),
    alone: wantsPart(wanted.below, "totalCount"),
  }),
});

// An article that stands at a cursor counts as being on its far side.
function besideSql({ id }: PagedList, { after, before }: Bounds): Sql {
  const any = (condition: Sql): Sql =>
    sql`exists (select from listing l where l.list_id = ${id} and ${listedNow} and ${condition})`;
  const newer = after === null ? sql`false` : any(sql`${place} >= ${after}`);
  const older = before === null ? sql`false` : any(sql`${place} <= ${before}`);
  return sql`json_build_array(${newer}, ${older})`;
}

const totalSql = ({ id }: PagedList): Sql =>
  sql`(select count(*) from listing l where l.list_id = ${id} and ${listedNow})`;
