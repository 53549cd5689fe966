import pg from "pg";
import type { Log } from "../kernel/log.ts";
import { mapDatabaseError } from "./errors.ts";

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
  ask(text: string, values: readonly unknown[]): Promise<readonly [at: number, found: unknown]>;
  close(): Promise<void>;
}

/** How long a connection lives, and with it the statements it has prepared. */
export const connectionLife = 30 * 60_000;
const CONNECT_TIMEOUT = 10_000;

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
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
  });
  pool.on("error", (error) => {
    options.log.warn({ reason: error.message }, "a reader's connection broke");
  });
  return { ask: (text, values) => ask(pool, options, text, values), close: () => pool.end() };
}

/** Asks as readers do, on connections that others use as well. */
export const readersOn = (pool: pg.Pool): Pick<Readers, "ask"> => ({
  ask: (text, values) => ask(pool, { nameOf: () => undefined }, text, values),
});

interface Found {
  readonly j: string;
}

async function ask(
  pool: pg.Pool,
  { nameOf }: Pick<ReadersOptions, "nameOf">,
  text: string,
  values: readonly unknown[],
) {
  const name = nameOf(text);
  try {
    const asked = name === undefined ? { text, values: [...values] } : { name, text, values: [...values] };
    const { rows } = await pool.query<Found>(asked);
    const [row] = rows;
    if (row === undefined) throw new Error("A reader's statement gave no row.");
    return JSON.parse(row.j) as readonly [at: number, found: unknown];
  } catch (error) {
    throw mapDatabaseError(error);
  }
}
