import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import pg from "pg";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Migration } from "./migrations.ts";

/** Prisma's own schema engine, at work on one database. */
export type Engine = SchemaEngine;
type EngineClass = typeof SchemaEngine;

/**
 * Runs `work` with Prisma's schema engine, in its WebAssembly build: nothing is downloaded and no other program runs.
 * Loaded only when needed, for it takes most of a second.
 */
export async function withEngine<T>(url: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const { EngineAdapter } = await import("./engine-adapter.ts");
  const { bindMigrationAwareSqlAdapterFactory } = await import("@prisma/driver-adapter-utils");
  const { SchemaEngine } = await (loading ??= load());
  // One connection, so that the lock the engine takes and the work it guards belong to one session.
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(pool));
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    return await withoutLingeringTimers(() => work(engine));
  } catch (error) {
    throw lastWords.text ? new Error(lastWords.text, { cause: error }) : error;
  } finally {
    await pool.end();
  }
}

/** The migrations in the engine's form. */
export function migrationList(baseDir: string, migrations: readonly Migration[]) {
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}

/** No table and no enum of the database is somebody else's. */
export const noFilters = { externalTables: [], externalEnums: [] };

// Where the engine leaves its last words when it fails in a way it did not foresee.
const lastWords = { text: "" };

// Once a process: the engine's glue remembers the memory of the first instance and would read a second one's wrongly.
let loading: ReturnType<typeof load> | undefined;

async function load(): Promise<{ SchemaEngine: EngineClass }> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => (lastWords.text = text) } });
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(path.replace(/\.js$/, ".wasm"));
  const module = await WebAssembly.compile(new Uint8Array(bytes));
  const instance = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": { ...glue } });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  return glue;
}

// Waiting for its lock, the engine sets a timer of ten seconds and leaves it behind; no program should end that late.
async function withoutLingeringTimers<T>(work: () => Promise<T>): Promise<T> {
  const original = globalThis.setTimeout;
  const gentle = (...args: Parameters<typeof setTimeout>): NodeJS.Timeout => original(...args).unref();
  globalThis.setTimeout = Object.assign(gentle, original);
  try {
    return await work();
  } finally {
    globalThis.setTimeout = original;
  }
}
