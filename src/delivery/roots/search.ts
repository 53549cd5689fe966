import { expectNone } from "../../kernel/errors/index.ts";
import { house } from "../house.ts";
import { fetchedSize, liveNow, wishedSize } from "../lists/index.ts";
import { bound, cardCell, givenToCards, sql } from "../plan/index.ts";
import type { Edge, Root, Selection } from "../plan/index.ts";
import { begin, onePage, placeAt, wishOf } from "./one-page.ts";

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

const query = bound((run) => run.input["query"]);

// Words are sought as they are written and by their English stems; every vector holds the words as they are written.
const found = sql`(with q as materialized (
    select websearch_to_tsquery('simple', ${query}) || websearch_to_tsquery('english', ${query}) as q)
  select * from (
    select d.revision_id, d.article_id, d.published_at, ts_rank(d.head, (select q from q)) as rank from search_doc d
    where d.words @@ (select q from q) and ${liveNow(sql`d`)}) d
  where (d.rank, d.published_at, d.article_id) < (${begin.rank}, ${begin.time}, ${begin.id})
  order by d.rank desc, d.published_at desc, d.article_id desc
  limit ${bound((run) => fetchedSize(wishOf(run), true))}::int) f`;

const hits: Edge<"live_card"> = {
  noun: { ...house.article, needs: ["published_at", "article_id"], given: ["rank"] },
  many: true,
  most: (run) => wishedSize(wishOf(run)),
  pick: ({ col }) => ({
    alone: true,
    through: [found, sql`${col("revision_id")} = f.revision_id`],
    order: sql`f.rank desc, f.published_at desc, f.article_id desc`,
    given: [sql`f.rank`],
  }),
};

/** What is live and answers the search `query`, best first. */
export const search = (below: Selection): Root<"section"> => ({
  name: "search",
  edge: onePage(below, {
    ...{ field: "search", type: "SearchConnection", rows: hits },
    list: (run) => `search:${run.input["query"] as string}`,
    placeOf: (row) =>
      placeAt(row.value(givenToCards) as number, row.text(cardCell("published_at")), row.text(cardCell("article_id"))),
  }),
  tags: () => ["search"],
});
