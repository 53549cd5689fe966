import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Log } from "../kernel/log.ts";
import { PrismaClient } from "./generated/client.ts";

/** An open database: Prisma and plain SQL share one pool, so one budget of connections. */
export interface Database {
  readonly db: PrismaClient;
  readonly pool: pg.Pool;
  readonly url: string;
  /** Ends all connections; what is under way is finished first. */
  close(): Promise<void>;
}

/** How to open a database; times are milliseconds. */
export interface DatabaseOptions {
  readonly log: Log;
  /** The most connections held at once. */
  readonly connections: number;
  readonly statementTimeout?: number;
}

const STATEMENT_TIMEOUT = 30_000;
const LOCK_TIMEOUT = 10_000;
const IDLE_IN_TRANSACTION_TIMEOUT = 60_000;
const CONNECT_TIMEOUT = 10_000;

/** Opens the database behind an address. Connections are made when first needed. */
export function openDatabase(url: string, options: DatabaseOptions): Database {
  const pool = openPool(url, options);
  const db = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });
  const close = async (): Promise<void> => {
    await db.$disconnect();
    await pool.end();
  };
  return { db, pool, url, close };
}

function openPool(url: string, { connections, log, statementTimeout = STATEMENT_TIMEOUT }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: "dateline",
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: statementTimeout,
    lock_timeout: LOCK_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT,
    // Prisma's driver reads every time as UTC, whatever the server's own zone is.
    options: "-c TimeZone=UTC -c DateStyle=ISO",
  });
  // A server that restarts breaks idle connections; the pool makes new ones, and nobody needs to fall over.
  pool.on("error", (error) => {
    log.warn({ reason: error.message }, "a database connection broke");
  });
  return pool;
}
