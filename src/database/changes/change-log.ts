import type pg from "pg";

/** A change a reader can notice, as the log tells it. */
export interface Change {
  /** Cache tags of the answers it touches; `*` is all of them. */
  readonly tags: readonly string[];
  /** When readers notice it: milliseconds since 1970 by the database's clock. */
  readonly dueAt: number;
}

/** What was committed between two looks at the log. */
export interface News {
  readonly changes: readonly Change[];
  /** What this look could see; the next one begins there. */
  readonly snapshot: string;
  /** The database's clock, in milliseconds since 1970. */
  readonly clock: number;
  /** False when more happened than is listed, or the database is not where it was (restored, failed over). */
  readonly complete: boolean;
}

/** The boundaries of time that lie ahead. */
export interface Ahead {
  readonly changes: readonly Change[];
  /** Up to here all of them are listed: milliseconds since 1970 by the database's clock. */
  readonly until: number;
}

type Pair = readonly [tags: readonly string[], dueAt: number | string];

const asChange = ([tags, dueAt]: Pair): Change => ({ tags, dueAt: Number(dueAt) });

/** More news than this is not told one by one. */
const MOST_NEWS = 4_000;
/** So many boundaries are held at most; where there are more, the time they are known for is shorter. */
const MOST_AHEAD = 20_000;
/** Boundaries of so many minutes are read at a time; some of the past too, for answers that are still on their way. */
const AHEAD = { behind: "1 minute", until: "70 minutes" } as const;

// A transaction becomes visible all at once, so what an earlier look could not see and this one can is what was
// committed in between, however long its transaction took and in whatever order the rows were numbered.
const newsSince = `
  SELECT pg_current_snapshot()::text AS snapshot,
    (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS clock,
    coalesce(pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax($1::pg_snapshot), false) AS elsewhere,
    (SELECT coalesce(json_agg(json_build_array(tags, extract(epoch FROM due_at) * 1000)), '[]') FROM (
      SELECT tags, due_at FROM change
      WHERE written_in >= pg_snapshot_xmin($1::pg_snapshot)::text::bigint
        AND written_in < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        AND NOT pg_visible_in_snapshot(written_in::text::xid8, $1::pg_snapshot)
      LIMIT $2) unseen) AS changes`;

interface NewsRow extends Omit<News, "changes" | "complete"> {
  readonly elsewhere: boolean;
  readonly changes: readonly Pair[];
}

/** Reads what was committed since a snapshot; nothing when there is none yet. */
export async function readNews(client: pg.Client, since: string | null): Promise<News> {
  const values = [since, MOST_NEWS + 1];
  const { rows } = await client.query<NewsRow>({ name: "changes-news", text: newsSince, values });
  const [{ snapshot, clock, elsewhere, changes }] = rows as [NewsRow];
  return { snapshot, clock, complete: !elsewhere && changes.length <= MOST_NEWS, changes: changes.map(asChange) };
}

const dueAhead = `
  SELECT (extract(epoch FROM now() + $2::interval) * 1000)::float8 AS until,
    (SELECT coalesce(json_agg(json_build_array(tags, extract(epoch FROM due_at) * 1000) ORDER BY due_at), '[]') FROM (
      SELECT tags, due_at FROM change
      WHERE due_at > now() - $1::interval AND due_at <= now() + $2::interval AND due_at > created_at
      ORDER BY due_at LIMIT $3) due) AS changes`;

/** Reads what the clock will change in the coming hour, earliest first. */
export async function readAhead(client: pg.Client): Promise<Ahead> {
  const values = [AHEAD.behind, AHEAD.until, MOST_AHEAD + 1];
  const { rows } = await client.query<{ until: number; changes: readonly Pair[] }>({
    name: "changes-ahead",
    text: dueAhead,
    values,
  });
  const [{ until, changes }] = rows as [{ until: number; changes: readonly Pair[] }];
  const due = changes.map(asChange);
  const last = due.length > MOST_AHEAD ? due.at(-1) : undefined;
  return { changes: due, until: last === undefined ? until : last.dueAt };
}
