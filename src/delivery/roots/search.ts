import { expectNone } from "../../kernel/errors/index.ts";
import { house } from "../house.ts";
import { cursorSlot, nodesWanted, pageProject, pageRange, fetchedSize, wishedSize } from "../lists/index.ts";
import type { PageWish } from "../lists/index.ts";
import { bound, clock, isoTime, sql } from "../plan/index.ts";
import type { Edge, Noun, Project, Root, Row, Run, Selection, Wanted } from "../plan/index.ts";

/** The most characters of a search. */
const longestSearch = 200;
/** The most signs of "not" in one; Postgres gives up reading more than 32 of them in a row. */
const mostNots = 20;

/** Refuses a search nobody can have meant. Throws INVALID_INPUT. */
export const expectSearch = (query: string): void => {
  const fault = (message: string) => [{ path: ["query"], message }];
  if (query.length > longestSearch) expectNone(fault(`at most ${String(longestSearch)} characters`));
  if (query.split("-").length - 1 > mostNots) expectNone(fault(`at most ${String(mostNots)} signs of "-"`));
};

const wishOf = ({ input }: Run): PageWish => input;
const query = bound((run) => run.input["query"]);
const cursor = cursorSlot((run) => wishOf(run).after);

// Words are sought as they are written and by their English stems; every vector holds the words as they are written.
const found = sql`(with q as materialized (
    select websearch_to_tsquery('simple', ${query}) || websearch_to_tsquery('english', ${query}) as q)
  select * from (
    select d.revision_id, d.article_id, d.published_at, ts_rank(d.head, (select q from q)) as rank from search_doc d
    where d.words @@ (select q from q) and d.visible_from <= ${clock} and d.visible_until > ${clock}) d
  where (d.rank, d.published_at, d.article_id)
      < (${cursor(({ rank }) => rank, "Infinity")}::float4,
         ${cursor(({ publishedAt }) => publishedAt.toISOString(), "infinity")}::timestamptz,
         ${cursor(({ id }) => id, "ffffffff-ffff-ffff-ffff-ffffffffffff")}::uuid)
  order by d.rank desc, d.published_at desc, d.article_id desc
  limit ${bound((run) => fetchedSize(wishOf(run), true))}::int) f`;

const hits: Edge<"live_card"> = {
  noun: { ...house.article, given: ["rank", "found at", "#id"] },
  many: true,
  most: (run) => wishedSize(wishOf(run)),
  pick: ({ col }) => ({
    through: [found, sql`${col("revision_id")} = f.revision_id`],
    order: sql`f.rank desc, f.published_at desc, f.article_id desc`,
    given: [sql`f.rank`, sql`f.published_at`, sql`f.article_id`],
  }),
};

const placeOf = ([rank, time, id]: Row) => ({
  rank: rank as number,
  publishedAt: new Date(isoTime(time as string)),
  id: id as string,
});

// There is one page of results, and no table it is a row of.
const results = (below: Selection): Noun<"section"> => ({
  type: "SearchConnection",
  table: "section",
  entries: {},
  project: (_selection, at): Project<Row> => {
    const nodes = nodesWanted(below);
    const rows = at.rows(
      hits,
      nodes.map((one) => one.below),
    );
    const wanted: Wanted = {
      key: "",
      field: "search",
      args: null,
      shape: { nullable: false, item: null, leaf: null },
      below,
    };
    const show = pageProject(wanted, nodes, rows.projects);
    return (row, run) => {
      const wish = wishOf(run);
      const list = `search:${run.input["query"] as string}`;
      const range = pageRange(list, wish);
      const newer = (wish.after ?? null) !== null;
      return show(
        { list, range, rows: row[rows.cell] as readonly Row[], placeOf, newer, older: false, total: null },
        run,
      );
    };
  },
});

/** What is live and answers the search `query`, best first. */
export const search = (below: Selection): Root<"section"> => ({
  name: "search",
  edge: { noun: results(below), many: false, most: () => 1, pick: () => ({ source: sql`(select 1)` }) },
  tags: () => ["search"],
});
