import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatelineError } from "../../../kernel/errors/index.ts";
import { migrate } from "../migrate.ts";
import { migrationsFolder, readMigrations } from "../migrations.ts";
import { compareSchema } from "./compare.ts";
import { writeSnapshot } from "./snapshot.ts";
import { scriptOf, type Step } from "./steps.ts";

/** What was written. */
export interface Written {
  /** Null when only the snapshot was taken. */
  readonly file: string | null;
  /** What the engine wanted to take away and was left, as SQL. */
  readonly spared: readonly string[];
}

/**
 * Writes the next migration from the change between prisma/migrations and prisma/schema, and takes the snapshot anew.
 * `url` is an empty scratch database. Throws BAD_USAGE for a bad name and INVALID_INPUT when nothing has changed.
 */
export async function writeMigration(url: string, name: string, now: Date): Promise<Written> {
  checkName(name);
  await migrate(url);
  const { missing, spared } = await compareSchema(url);
  if (missing.length === 0) throw nothingToDo();
  const file = writeFile(name, missing, now);
  await migrate(url);
  writeSnapshot((await compareSchema(url)).snapshot);
  return { file, spared: spared.map((step) => scriptOf([step])) };
}

/**
 * Takes the snapshot anew, after SQL was written by hand. Throws INVALID_INPUT while the schema is ahead of the
 * migrations.
 */
export async function takeSnapshot(url: string): Promise<Written> {
  await migrate(url);
  const { missing, spared, snapshot } = await compareSchema(url);
  if (missing.length > 0) {
    throw new DatelineError("INVALID_INPUT", {
      says: "The schema has changes that no migration makes yet.",
      fix: "Write it first: npm run db:migration NAME.",
    });
  }
  writeSnapshot(snapshot);
  return { file: null, spared: spared.map((step) => scriptOf([step])) };
}

/** Throws BAD_USAGE unless the name can be a migration's: lower-case words joined by underscores. */
export function checkName(name: string): void {
  if (/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name) && name.length <= 60) return;
  throw new DatelineError("BAD_USAGE", {
    says: `'${name}' cannot be the name of a migration.`,
    fix: "Say what it does in lower-case words joined by underscores, such as add_section_colour.",
  });
}

function writeFile(name: string, steps: readonly Step[], now: Date): string {
  const folder = join(migrationsFolder, `${stampAfterLast(now)}_${name}`);
  const file = join(folder, "migration.sql");
  mkdirSync(folder);
  writeFileSync(file, `BEGIN;\n\n${scriptOf(steps)}\n\nCOMMIT;\n`);
  return file;
}

// Later than every migration there is, also where a clock went wrong before: they run in the order of their names.
function stampAfterLast(now: Date): string {
  const last = Number(readMigrations().at(-1)?.name.slice(0, 14) ?? 0);
  const stamp = Number(now.toISOString().replaceAll(/\D/g, "").slice(0, 14));
  return String(Math.max(stamp, last + 1));
}

function nothingToDo(): DatelineError {
  return new DatelineError("INVALID_INPUT", {
    says: "The schema has no change that a migration would have to make.",
    fix: "Change prisma/schema first; for SQL by hand make the folder yourself, then npm run db:migration -- --snapshot.",
  });
}
