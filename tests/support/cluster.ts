import pg from "pg";
import { throwawayFolder, useEmbedded } from "../../src/database/embedded/index.ts";
import { silentLog } from "../../src/kernel/log.ts";

/** This run's throw-away Postgres, seen from one test file. */
export interface TestCluster {
  /** Runs one statement as superuser, outside any of our databases. */
  run(sql: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** The address of a database by its name. */
  urlOf(database: string): string;
  leave(): Promise<void>;
}

/** Joins the cluster of this run; whoever comes first starts it. */
export async function testCluster(): Promise<TestCluster> {
  const ownerPid = Number(process.env["DATELINE_TEST_OWNER"]);
  if (!ownerPid) throw new Error("Tests with a database are run by 'npm test'.");
  const dataDir = throwawayFolder("test", ownerPid);
  const embedded = await useEmbedded({ dataDir, log: silentLog, throwaway: { ownerPid } });
  const urlOf = (database: string): string => Object.assign(new URL(embedded.url), { pathname: `/${database}` }).href;
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  const leave = async (): Promise<void> => {
    await client.end();
    await embedded.release();
  };
  return { run: (sql, values) => client.query(sql, values), urlOf, leave };
}
