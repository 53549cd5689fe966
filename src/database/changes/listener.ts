import pg from "pg";
import type { Log } from "../../kernel/log.ts";
import { makeBell, type Bell } from "./bell.ts";
import { readAhead, readNews, type Ahead, type Change } from "./change-log.ts";

/** Who wants to know what changes. All of these are called in the order things happened, and must not throw. */
export interface Ears {
  /** What to add to `performance.now()` for the database's clock: never too little, too much by one trip at most. */
  clock(offset: number): void;
  /** These changes are committed; some of them may be due only later. */
  changed(changes: readonly Change[]): void;
  /** Anything may have changed. */
  lostTrack(): void;
  /** All that the clock will change up to a moment; replaces what was told before. */
  ahead(ahead: Ahead): void;
  /** Everything committed before this moment of `performance.now()` has been told. */
  heard(beganAt: number): void;
  /** The connection is lost; changes are told again after the next `heard`. */
  silent(): void;
}

/** How to listen. */
export interface ListenOptions {
  readonly log: Log;
  readonly ears: Ears;
}

/** An ear at the database, on one connection of its own. */
export interface ChangeListener {
  close(): Promise<void>;
}

const BEAT = 1_000;
const LOOK_AHEAD = 4 * 60_000;
/** A connection that says nothing for so long is given up. */
const ANSWER_WITHIN = 4_000;
const BACKOFF = { first: 50, most: 5_000 } as const;

/**
 * Tells of every committed change, whoever made it, within moments: Postgres notifies, and a look at the log each second
 * finds what no notification came for. A lost connection is made again, and what happened meanwhile is told then.
 */
export function listenForChanges(url: string, { log, ears }: ListenOptions): ChangeListener {
  const state: State = { since: null, closed: false, bell: makeBell(), failures: 0 };
  const ended = keepListening(url, state, { log, ears });
  return {
    close: async () => {
      state.closed = true;
      state.bell.ring();
      await ended;
    },
  };
}

interface State {
  /** What the last look could see; the next begins there, on whatever connection. */
  since: string | null;
  closed: boolean;
  bell: Bell;
  failures: number;
}

async function keepListening(url: string, state: State, { log, ears }: ListenOptions): Promise<void> {
  while (!state.closed) {
    state.bell = makeBell();
    const client = openClient(url, state.bell);
    try {
      await client.connect();
      await listen(client, state, ears);
    } catch (error) {
      log.warn({ reason: String(error) }, "changes cannot be heard; connecting again");
    }
    ears.silent();
    await client.end().catch(() => undefined);
    await pause(state);
  }
}

async function pause(state: State): Promise<void> {
  if (state.closed) return;
  const wait = Math.min(BACKOFF.most, BACKOFF.first * 2 ** state.failures);
  state.failures += 1;
  state.bell = makeBell();
  await state.bell.wait(wait);
}

function openClient(url: string, bell: Bell): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    application_name: "dateline-changes",
    connectionTimeoutMillis: ANSWER_WITHIN,
    query_timeout: ANSWER_WITHIN,
    keepAlive: true,
    options: "-c TimeZone=UTC",
  });
  client.on("notification", () => {
    bell.ring();
  });
  client.on("error", (error) => {
    bell.break(error);
  });
  client.on("end", () => {
    bell.break(new Error("The connection ended."));
  });
  return client;
}

async function listen(client: pg.Client, state: State, ears: Ears): Promise<void> {
  await client.query("LISTEN dateline_change");
  for (let lookAt = 0; !state.closed;) {
    const beganAt = performance.now();
    const { snapshot, clock, complete, changes } = await readNews(client, state.since);
    ears.clock(clock - beganAt);
    if (!complete) ears.lostTrack();
    else if (changes.length > 0) ears.changed(changes);
    state.since = snapshot;
    if (!complete || beganAt >= lookAt) {
      ears.ahead(await readAhead(client));
      lookAt = beganAt + LOOK_AHEAD;
    }
    ears.heard(beganAt);
    state.failures = 0;
    await state.bell.wait(beganAt + BEAT - performance.now());
  }
}
