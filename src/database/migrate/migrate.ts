import type pg from "pg";
import { DatelineError } from "../../kernel/errors/index.ts";
import { connectToServer } from "./check-server.ts";
import { migrationList, noFilters, withEngine } from "./engine.ts";
import { migrationsFolder, readMigrations, type Migration } from "./migrations.ts";
import { standingOf, type Standing } from "./standing.ts";

// Any number will do, as long as nobody else takes it: it makes servers that start at once migrate one after another.
const TURN = 4_205_071_915;

/** Where the migrations are, when not in their usual place, and who hears what is being done. */
export interface MigrateOptions {
  readonly folder?: string;
  readonly tell?: (note: string) => void;
}

/**
 * Brings the database up to date and answers with the names of the migrations it applied. Safe with several servers
 * starting at once; a database that is up to date costs one question.
 * Throws DATABASE_UNREACHABLE, and DATABASE_UNFIT for an old server or a history that contradicts ours.
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const { folder = migrationsFolder, tell = () => undefined } = options;
  const migrations = readMigrations(folder);
  const client = await connectToServer(url);
  try {
    if (isCurrent(await standingOf(client, migrations))) return [];
    return await inTurn(client, async () => {
      const standing = await standingOf(client, migrations);
      if (isCurrent(standing)) return [];
      tell(`applying ${standing.missing.length === 1 ? "a migration" : `${standing.missing.length} migrations`}`);
      return apply(url, folder, migrations, standing);
    });
  } finally {
    await client.end();
  }
}

function isCurrent({ missing, unfinished }: Standing): boolean {
  return missing.length === 0 && unfinished.length === 0;
}

async function inTurn<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("select pg_advisory_lock($1)", [TURN]);
  try {
    return await work();
  } finally {
    await client.query("select pg_advisory_unlock($1)", [TURN]).catch(() => undefined);
  }
}

function apply(url: string, folder: string, migrations: readonly Migration[], standing: Standing): Promise<string[]> {
  return withEngine(url, async (engine) => {
    // Each migration is one transaction: what did not finish has left nothing behind and may simply run again.
    for (const migrationName of standing.unfinished) await engine.markMigrationRolledBack({ migrationName });
    const migrationsList = migrationList(folder, migrations);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
    return appliedMigrationNames;
  }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message.trim() : String(cause);
    throw new DatelineError("DATABASE_UNFIT", {
      says: `A migration failed and was taken back: ${reason}`,
      fix: "Correct the cause, then start again.",
      cause,
    });
  });
}
