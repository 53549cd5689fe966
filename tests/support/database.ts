import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "@jest/globals";
import type pg from "pg";
import { openDatabase, type Database } from "../../src/database/client.ts";
import { silentLog } from "../../src/kernel/log.ts";
import { testCluster, type TestCluster } from "./cluster.ts";
import { ensureTemplate, type Template } from "./template.ts";

/** A database of its own for one test file; readable once the tests run. */
export interface TestDatabase {
  readonly url: string;
  readonly db: Database["db"];
  readonly pool: pg.Pool;
  readonly database: Database;
}

/**
 * Gives the test file a fresh, migrated database on real Postgres and removes it afterwards. A `template` is filled
 * once a run and copied for every file that names it. Call it at the top of a file or of a `describe`.
 */
export function testDatabase(template?: Template): TestDatabase {
  const state: { open?: Open } = {};
  beforeAll(async () => {
    state.open = await openCopy(template);
  }, 600_000);
  afterAll(async () => state.open?.close());
  const database = (): Database => {
    if (!state.open) throw new Error("The database is there once the tests run, not before.");
    return state.open.database;
  };
  return {
    get url() {
      return database().url;
    },
    get db() {
      return database().db;
    },
    get pool() {
      return database().pool;
    },
    get database() {
      return database();
    },
  };
}

interface Open {
  readonly database: Database;
  close(): Promise<void>;
}

async function openCopy(template: Template | undefined): Promise<Open> {
  const cluster = await testCluster();
  const source = await ensureTemplate(cluster, template);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await cluster.run(`create database ${name} template ${source} strategy file_copy`);
  const database = openDatabase(cluster.urlOf(name), { connections: 8, log: silentLog });
  return { database, close: () => close(cluster, database, name) };
}

async function close(cluster: TestCluster, database: Database, name: string): Promise<void> {
  await database.close();
  await cluster.run(`drop database ${name} with (force)`);
  await cluster.leave();
}
