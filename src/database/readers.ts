import pg from "pg";
import { DatelineError } from "../kernel/errors/index.ts";
import type { Log } from "../kernel/log.ts";
import { mapDatabaseError } from "./errors.ts";
import { Overdue } from "./overdue.ts";
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
  /** Runs a statement that gives one text, and gives it. Rejects with an error of ours. */
  ask(asked: Asked): Promise<string>;
  close(): Promise<void>;
}

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
    keepAlive: true,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
  });
  pool.on("error", (error) => {
    options.log.warn({ reason: error.message }, "a reader's connection broke");
  });
  // Whoever waits for the answer of a connection that breaks hears of it; its own cry would end the process.
  pool.on("connect", (connection) => {
    connection.on("error", () => undefined);
  });
  // A connection that was cut without a word never answers: nobody waits for it longer than the server would take.
  const overdue = new Overdue<pg.PoolClient>(options.statementTimeout + ANSWER_MARGIN);
  pool.on("remove", (connection) => {
    overdue.forget(connection);
  });
  const asking: Asking = { pool, overdue, nameOf: options.nameOf };
  const grouping = new Grouping<string>({
    run: (group) => askTogether(asking, group),
    patience: CONNECT_TIMEOUT,
    refusal: () => new DatelineError("DATABASE_UNREACHABLE"),
  });
  return {
    ask: (asked) => (mayGoTogether(asked) ? grouping.ask(asked) : ask(asking, asked)),
    // What is still under way is looked after until it has ended.
    close: () =>
      pool.end().finally(() => {
        overdue.close();
      }),
  };
}

/** Asks as readers do, on connections that others use as well. */
export const readersOn = (pool: pg.Pool): Pick<Readers, "ask"> => ({
  ask: async ({ text, values }) => textOf((await pool.query<Found>(text, [...values]).catch(refuse)).rows),
});

interface Found {
  readonly j: string;
}

/** Where and how statements are asked. */
interface Asking extends Pick<ReadersOptions, "nameOf"> {
  readonly pool: pg.Pool;
  readonly overdue: Overdue<pg.PoolClient>;
}

const ask = async (asking: Asking, { text, values }: Asked): Promise<string> =>
  textOf(await rowsOf<Found>(asking, text, [...values]));

function textOf([row]: readonly Found[]): string {
  if (row === undefined) throw new Error("A reader's statement gave no row.");
  return row.j;
}

/** Answers a group by one statement; where that fails for the values of one of them, each is asked for alone. */
async function askTogether(asking: Asking, group: readonly Waiting<string>[]): Promise<void> {
  const [first, second] = group;
  const together = first?.asked.together;
  if (together === undefined || second === undefined) return oneByOne(asking, group);
  const lists = listsOf(group.map(({ asked }) => asked.values));
  try {
    const rows = await rowsOf<Found & { readonly n: number }>(asking, together.text, lists);
    if (rows.length !== group.length) throw new Error("A reader's statement did not answer each who asked.");
    for (const { n, j } of rows) group[n - 1]?.resolve(j);
  } catch (cause) {
    if (isOfOneValue(cause)) return oneByOne(asking, group);
    for (const { reject } of group) reject(cause);
  }
}

// In turn: a group is given one connection, whatever comes of it.
async function oneByOne(asking: Asking, group: readonly Waiting<string>[]): Promise<void> {
  for (const { asked, resolve, reject } of group) await ask(asking, asked).then(resolve, reject);
}

/** A value nobody can have meant is its sender's alone to hear of. */
const isOfOneValue = (cause: unknown): boolean => cause instanceof DatelineError && cause.code === "INVALID_INPUT";

async function rowsOf<Row extends object>(
  { pool, overdue, nameOf }: Asking,
  text: string,
  values: unknown[],
): Promise<readonly Row[]> {
  const name = nameOf(text);
  const connection = await pool.connect().catch(refuse);
  overdue.asked(connection);
  try {
    const rows = await rowsFrom<Row>(connection, name === undefined ? { text, values } : { name, text, values });
    connection.release();
    return rows;
  } catch (error) {
    const told = overdue.wasCut(connection)
      ? new DatelineError("TIMED_OUT", { cause: error })
      : mapDatabaseError(error);
    // Whatever else fails than a value may have ended the connection.
    connection.release(isOfOneValue(told) ? undefined : (error as Error));
    throw told;
  } finally {
    overdue.answered(connection);
  }
}

// By callback: what the driver promises itself outlives two collections of young garbage, and all its rows with it.
const rowsFrom = <Row extends object>(connection: pg.PoolClient, config: pg.QueryConfig): Promise<readonly Row[]> =>
  new Promise((resolve, reject) => {
    connection.query<Row>(config, (error: Error | null, found) => {
      if (error === null) resolve(found.rows);
      else reject(error);
    });
  });

const refuse = (error: unknown): never => {
  throw mapDatabaseError(error);
};
