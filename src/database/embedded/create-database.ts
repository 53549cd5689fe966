import pg from "pg";
import { OWNER, type Cluster } from "./cluster.ts";

/** Makes the database our tables live in, unless it is there. */
export async function createDatabase({ password }: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: OWNER, password, database: "postgres" });
  await client.connect();
  try {
    const found = await client.query("select from pg_database where datname = $1", [OWNER]);
    if (found.rowCount === 0) await client.query("create database dateline");
  } finally {
    await client.end();
  }
}
