import type pg from "pg";
import { DatelineError } from "../../kernel/errors/index.ts";
import type { Migration } from "./migrations.ts";

/** How a database stands to our migrations. */
export interface Standing {
  /** Names of migrations still to be applied, oldest first. */
  readonly missing: readonly string[];
  /** Names of migrations that were begun and never ended: the process that applied them died, or they failed. */
  readonly unfinished: readonly string[];
}

interface Row {
  readonly name: string;
  readonly checksum: string;
  readonly done: boolean;
}

/** Compares the database with the migrations. Throws DATABASE_UNFIT when their histories contradict each other. */
export async function standingOf(client: pg.Client, migrations: readonly Migration[]): Promise<Standing> {
  const rows = await readHistory(client);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, done } of rows) {
    const ours = known.get(name);
    if (!ours) throw unfit(`it has the migration ${name}, which this version does not know`, "Start a newer version.");
    if (done && ours.checksum !== checksum) {
      throw unfit(
        `the migration ${name} was changed after it was applied`,
        "Take the change back; write a new migration.",
      );
    }
  }
  const applied = new Set(rows.filter(({ done }) => done).map(({ name }) => name));
  return {
    missing: migrations.map(({ name }) => name).filter((name) => !applied.has(name)),
    unfinished: rows.filter(({ done }) => !done).map(({ name }) => name),
  };
}

async function readHistory(client: pg.Client): Promise<Row[]> {
  const found = await client.query<{ there: boolean }>("select to_regclass('_prisma_migrations') is not null as there");
  if (!found.rows[0]?.there) return [];
  const { rows } = await client.query<Row>(
    `select migration_name as name, checksum, finished_at is not null as done
       from _prisma_migrations where rolled_back_at is null order by started_at`,
  );
  return rows;
}

function unfit(why: string, fix: string): DatelineError {
  return new DatelineError("DATABASE_UNFIT", { says: `The database does not fit this version: ${why}.`, fix });
}
