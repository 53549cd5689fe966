import { chmodSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatelineError } from "../../kernel/errors/index.ts";
import { runsAsRoot } from "../../kernel/host/index.ts";
import { isErrno, readIfThere, writePrivate } from "./files.ts";
import type { Places } from "./places.ts";

const OURS = "This folder holds a Dateline newsroom.";
const PASSABLE = 0o711;
// Pictures may be there first, from a time with a database elsewhere.
const harmless = new Set(["media"]);

/** Whether the folder bears our marker, so that we may fill it and, when asked, remove it. */
export function bearsMarker(places: Places): boolean {
  return readIfThere(places.marker)?.includes(OURS) ?? false;
}

/** Makes the data folder and marks it as ours. Throws CONFIG_INVALID for a folder that holds other things or is shut. */
export function prepareDataFolder(places: Places): void {
  try {
    make(places);
  } catch (error) {
    if (error instanceof DatelineError) throw error;
    throw refusal(`cannot be written (${reasonOf(error)})`, places, error);
  }
}

function make(places: Places): void {
  const { dataDir } = places;
  const made = mkdirSync(dataDir, { recursive: true });
  if (made !== undefined) openUpTo(made, dirname(dataDir));
  if (!bearsMarker(places)) {
    const strangers = readdirSync(dataDir).filter(
      (name) => !harmless.has(name) && !name.startsWith("dateline-data.json"),
    );
    // Looked at again: another start may have marked and begun to fill it since.
    if (strangers.length > 0 && !bearsMarker(places))
      throw refusal(`holds other things (${strangers.slice(0, 3).join(", ")})`, places);
    writePrivate(places.marker, JSON.stringify({ about: OURS, made: new Date().toISOString() }));
  }
  if (statSync(dataDir).uid === process.getuid?.()) chmodSync(dataDir, runsAsRoot() ? PASSABLE : 0o700);
}

// Root keeps the folders but another account runs the database: whatever the umask, that one must be able to pass.
function openUpTo(first: string, folder: string): void {
  if (!runsAsRoot() || folder.length < first.length) return;
  chmodSync(folder, PASSABLE);
  openUpTo(first, dirname(folder));
}

function refusal(what: string, { dataDir }: Places, cause?: unknown): DatelineError {
  return new DatelineError("CONFIG_INVALID", {
    says: `The data folder ${dataDir} ${what}.`,
    fix: "Set DATELINE_DATA to an empty folder of your own.",
    cause,
  });
}

function reasonOf(error: unknown): string {
  if (isErrno(error, "EACCES") || isErrno(error, "EPERM")) return "it belongs to somebody else";
  return String(error);
}
