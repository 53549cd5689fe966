import { join } from "node:path";

/** The files and folders of an embedded database, all below its data folder. */
export interface Places {
  readonly dataDir: string;
  /** Says that the folder is ours to fill and to remove. */
  readonly marker: string;
  /** What Postgres itself keeps. */
  readonly cluster: string;
  /** The superuser's password, mode 0600. */
  readonly password: string;
  /** The port of last time, taken again when it is free so that noted addresses stay right. */
  readonly port: string;
  /** Where the guard listens and how to greet it, mode 0600; stands only while a guard runs. */
  readonly guard: string;
  readonly guardLock: string;
  readonly guardLog: string;
  readonly postgresLog: string;
}

/** Names the places inside a data folder. */
export function placesIn(dataDir: string): Places {
  return {
    dataDir,
    marker: join(dataDir, "dateline-data.json"),
    cluster: join(dataDir, "pgdata"),
    password: join(dataDir, "postgres.password"),
    port: join(dataDir, "postgres.port"),
    guard: join(dataDir, "guard.json"),
    guardLock: join(dataDir, "guard.lock"),
    guardLog: join(dataDir, "guard.log"),
    postgresLog: join(dataDir, "postgres.log"),
  };
}
