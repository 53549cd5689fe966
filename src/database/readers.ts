import pg from "pg";
import { DatelineError } from "../kernel/errors/index.ts";
import type { Log } from "../kernel/log.ts";
import { mapDatabaseError } from "./errors.ts";
import { Grouping, listsOf, mayGoTogether, type Asked, type Waiting } from "./together.ts";

/** How to open the readers' connections; times are milliseconds. */
export interface ReadersOptions {
  readonly log: Log;
  /** The most connections held at once. */
  readonly connections: number;
  readonly statementTimeout: number;
  /** Names a statement that is worth keeping prepared; undefined for one that is not. */
  readonly nameOf: (text: string) => string | undefined;
}

/** The readers' connections: they cannot write, keep statements prepared, and let none take long. */
export interface Readers {
  /** Runs a statement whose one cell is JSON text. Rejects with an error of ours. */
  ask(asked: Asked): Promise<Told>;
  close(): Promise<void>;
}

/** The moment a statement saw, in milliseconds since 1970, and what it found. */
type Told = readonly [at: number, found: unknown];

/** How long a connection lives, and with it the statements it has prepared. */
export const connectionLife = 30 * 60_000;
const CONNECT_TIMEOUT = 10_000;
const ANSWER_MARGIN = 2_000;

// A plan made for unknown values fits all of them here, and is not made again: every list and look-up has its index.
const settings = {
  default_transaction_read_only: "on",
  plan_cache_mode: "force_generic_plan",
  jit: "off",
  TimeZone: "UTC",
  DateStyle: "ISO",
};

/** Opens the readers' connections; they are made when first needed. */
export function openReaders(url: string, options: ReadersOptions): Readers {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections,
    maxLifetimeSeconds: connectionLife / 1000,
    application_name: "dateline-readers",
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: options.statementTimeout,
    // A connection that was cut without a word never answers: nobody waits for it longer than the server would take.
    query_timeout: options.statementTimeout + ANSWER_MARGIN,
    keepAlive: true,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
  });
  pool.on("error", (error) => {
    options.log.warn({ reason: error.message }, "a reader's connection broke");
  });
  const grouping = new Grouping<Told>({
    run: (group) => askTogether(pool, options, group),
    patience: CONNECT_TIMEOUT,
    refusal: () => new DatelineError("DATABASE_UNREACHABLE"),
  });
  return {
    ask: (asked) => (mayGoTogether(asked) ? grouping.ask(asked) : ask(pool, options, asked)),
    close: () => pool.end(),
  };
}

/** Asks as readers do, on connections that others use as well. */
export const readersOn = (pool: pg.Pool): Pick<Readers, "ask"> => ({
  ask: (asked) => ask(pool, { nameOf: () => undefined }, asked),
});

interface Found {
  readonly j: string;
}

type Naming = Pick<ReadersOptions, "nameOf">;

async function ask(pool: pg.Pool, naming: Naming, { text, values }: Asked): Promise<Told> {
  const [row] = await rowsOf<Found>(pool, naming, text, [...values]);
  if (row === undefined) throw new Error("A reader's statement gave no row.");
  return JSON.parse(row.j) as Told;
}

/** Answers a group by one statement; where that fails for the values of one of them, each is asked for alone. */
async function askTogether(pool: pg.Pool, naming: Naming, group: readonly Waiting<Told>[]): Promise<void> {
  const [first, second] = group;
  const together = first?.asked.together;
  if (together === undefined || second === undefined) return oneByOne(pool, naming, group);
  const lists = listsOf(group.map(({ asked }) => asked.values));
  try {
    const rows = await rowsOf<Found & { readonly n: number }>(pool, naming, together.text, lists);
    if (rows.length !== group.length) throw new Error("A reader's statement did not answer each who asked.");
    for (const { n, j } of rows) group[n - 1]?.resolve(JSON.parse(j) as Told);
  } catch (cause) {
    if (isOfOneValue(cause)) return oneByOne(pool, naming, group);
    for (const { reject } of group) reject(cause);
  }
}

// In turn: a group is given one connection, whatever comes of it.
async function oneByOne(pool: pg.Pool, naming: Naming, group: readonly Waiting<Told>[]): Promise<void> {
  for (const { asked, resolve, reject } of group) await ask(pool, naming, asked).then(resolve, reject);
}

/** A value nobody can have meant is its sender's alone to hear of. */
const isOfOneValue = (cause: unknown): boolean => cause instanceof DatelineError && cause.code === "INVALID_INPUT";

async function rowsOf<Row extends object>(
  pool: pg.Pool,
  { nameOf }: Naming,
  text: string,
  values: unknown[],
): Promise<readonly Row[]> {
  const name = nameOf(text);
  try {
    return (await pool.query<Row>(name === undefined ? { text, values } : { name, text, values })).rows;
  } catch (error) {
    throw mapDatabaseError(error);
  }
}
