import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "../../kernel/host/index.ts";

/** One step of the database's history: plain SQL in a folder of its own. */
export interface Migration {
  /** `20260301120000_what_it_does`; they run in this order. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, as the engine notes it in the database. */
  readonly checksum: string;
}

/** Where the migrations stand. */
export const migrationsFolder: string = join(rootFolder, "prisma/migrations");

const schemaFolder: string = join(rootFolder, "prisma/schema");

/** All migrations, oldest first. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => readMigration(folder, name)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The files of the Prisma schema, in the engine's form. */
export function readSchema(folder: string = schemaFolder): { path: string; content: string }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  return names.toSorted().map((name) => {
    const path = join(folder, name);
    return { path, content: readFileSync(path, "utf8") };
  });
}

function readMigration(folder: string, name: string): Migration {
  const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}
