import { inRoot } from "../../scripts/lib/paths.mjs";
import { inBench } from "../paths.mjs";
import { startServer } from "./start.mjs";

/** Connections to Postgres each system may use to answer readers. */
export const connections = 10;

/** The address Dateline's answers name; the floor writes the same. */
export const site = "http://bench.example";

/**
 * Dateline as a user starts it: the built server, told where the database is. Half of its connections serve readers.
 * A cache of 0 MB is none.
 */
export const startDateline = ({ name = "dateline", database, cacheMegabytes, ...where }) =>
  startServer({
    name,
    command: [process.execPath, inRoot("dist/src/main.js")],
    cwd: inRoot(),
    env: {
      DATABASE_URL: database,
      DATABASE_CONNECTIONS: String(connections * 2),
      CACHE_MEGABYTES: String(cacheMegabytes),
      PUBLIC_URL: site,
      LOG_LEVEL: "warn",
    },
    ...where,
  });

/** The SQL floor. */
export const startSql = ({ name = "sql", database, ...where }) =>
  startServer({
    name,
    command: [process.execPath, inBench("floors/sql.mjs")],
    env: { DATABASE_URL: database, CONNECTIONS: String(connections) },
    ...where,
  });

/** The static floor, for answers of so many bytes. */
export const startStatic = ({ name = "static", bytes, ...where }) =>
  startServer({
    name,
    command: [process.execPath, inBench("floors/static.mjs")],
    env: { BYTES: String(bytes) },
    ...where,
  });
