import { openDatabase, type Database } from "../../src/database/client.ts";
import { migrate } from "../../src/database/migrate/index.ts";
import { silentLog } from "../../src/kernel/log.ts";
import type { TestCluster } from "./cluster.ts";

/** A database that is filled once a run and then copied. */
export interface Template {
  /** Lower-case letters; two files that use the same name share the database. */
  readonly name: string;
  fill(database: Database): Promise<void>;
}

const EMPTY = "template_migrated";

/** Makes the template unless this run has it already, and answers with its database's name. */
export async function ensureTemplate(cluster: TestCluster, template: Template | undefined): Promise<string> {
  await ensure(cluster, EMPTY, "template1", migrate);
  if (!template) return EMPTY;
  const name = `template_${template.name}`;
  await ensure(cluster, name, EMPTY, (url) => fillWith(template, url));
  return name;
}

/** Test files that start at once wait for the first one's template, and only for the one they want themselves. */
async function ensure(...[cluster, name, from, fill]: Parameters<typeof make>): Promise<void> {
  await cluster.run("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
  try {
    await make(cluster, name, from, fill);
  } finally {
    await cluster.run("select pg_advisory_unlock(hashtextextended($1, 0))", [name]);
  }
}

async function make(
  cluster: TestCluster,
  name: string,
  from: string,
  fill: (url: string) => Promise<unknown>,
): Promise<void> {
  const found = await cluster.run("select datistemplate as done from pg_database where datname = $1", [name]);
  if ((found.rows[0] as { done: boolean } | undefined)?.done) return;
  await cluster.run(`drop database if exists ${name} with (force)`);
  await cluster.run(`create database ${name} template ${from} strategy file_copy`);
  await fill(cluster.urlOf(name));
  await cluster.run(`alter database ${name} with is_template true allow_connections false`);
}

async function fillWith(template: Template, url: string): Promise<void> {
  const database = openDatabase(url, { connections: 4, log: silentLog });
  try {
    await template.fill(database);
  } finally {
    await database.close();
  }
}
