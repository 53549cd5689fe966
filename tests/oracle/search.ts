import { createHash } from "node:crypto";
import { liveRevisionSql, liveSql } from "./live.ts";
import { DatelineError, expectNone } from "../../src/kernel/errors/index.ts";
import { articlesByIds } from "./delivery/articles/index.ts";
import { asked, momentOf, type Reader } from "./delivery/reader.ts";

/** What is sought, and which page of the results. */
export interface SearchWish {
  readonly query: string;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** One article that answers a search. */
interface Hit {
  readonly id: string;
  readonly rank: number;
  readonly publishedAt: Date;
}

// Every hit, best first: the obvious statement, over the base tables' own live rule.
const hits = ({ db }: Reader, query: string, at: Date): Promise<Hit[]> =>
  db.$queryRaw<Hit[]>`
    WITH q AS (SELECT websearch_to_tsquery('simple', ${query}) || websearch_to_tsquery('english', ${query}) AS q)
    SELECT a.id::text AS id, ts_rank(d.head, q.q)::text::float8 AS rank, a.published_at AS "publishedAt"
    FROM q, search_doc d JOIN article a ON a.id = d.article_id AND d.revision_id = ${liveRevisionSql("a", at)}
    WHERE d.words @@ q.q AND ${liveSql("a", at)}
    ORDER BY ts_rank(d.head, q.q) DESC, a.published_at DESC, a.id DESC`;

const mark = (query: string): string => createHash("sha256").update(`search:${query}`).digest("hex").slice(0, 12);

function cursorOf(query: string, { rank, publishedAt, id }: Hit): string {
  const parts = [mark(query), ...(rank === 0 ? [] : [rank]), publishedAt.getTime(), id];
  return Buffer.from(parts.join("|")).toString("base64url");
}

/** The place a cursor stands for. Throws BAD_CURSOR for what is no cursor of this search. */
function placeOf(query: string, cursor: string): Hit {
  const parts = Buffer.from(cursor, "base64url").toString("latin1").split("|");
  const [id = "", time, rank = "0"] = parts.slice(1).reverse();
  const place = { id, rank: Number(rank), publishedAt: new Date(Number(time)) };
  const whole = parts.length > 2 && !Number.isNaN(place.publishedAt.getTime()) && cursorOf(query, place) === cursor;
  if (!whole) throw new DatelineError("BAD_CURSOR");
  return place;
}

/** Whether one hit stands after another in the results. */
function isBehind(hit: Hit, place: Hit): boolean {
  if (hit.rank !== place.rank) return hit.rank < place.rank;
  const later = hit.publishedAt.getTime() - place.publishedAt.getTime();
  return later === 0 ? hit.id < place.id : later < 0;
}

function expectWish({ query, first }: SearchWish): void {
  expectNone(query.length > 200 ? [{ path: ["query"], message: "at most 200 characters" }] : []);
  const wrong = typeof first === "number" && (first < 1 || first > 100);
  expectNone(wrong ? [{ path: ["first"], message: "must lie between 1 and 100" }] : []);
}

/** A page of what is live and answers a search, best first. Throws INVALID_INPUT and BAD_CURSOR. */
export async function searched(reader: Reader, wish: SearchWish) {
  expectWish(wish);
  const { query, first, after } = wish;
  const place = typeof after === "string" ? placeOf(query, after) : null;
  const at = await momentOf(reader);
  const all = await asked(() => hits(reader, query, at));
  const behind = all.filter((hit) => place === null || isBehind(hit, place));
  const page = behind.slice(0, first ?? 20);
  const nodes = await articlesByIds(
    reader,
    page.map(({ id }) => id),
  );
  const edges = page.map((hit, index) => ({ cursor: cursorOf(query, hit), node: nodes[index]! }));
  const pageInfo = {
    hasNextPage: behind.length > page.length,
    hasPreviousPage: place !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo };
}
