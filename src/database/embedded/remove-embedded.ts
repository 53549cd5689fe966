import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { DatelineError } from "../../kernel/errors/index.ts";
import { bearsMarker } from "./data-folder.ts";
import { isLocked, takeLock } from "./file-lock.ts";
import { placesIn } from "./places.ts";
import { livingPostmaster } from "./postmaster.ts";

/** Returns when the data folder is ours and idle. Throws NOT_FOUND without our marker, IN_USE while it is used. */
export function expectRemovable(dataDir: string): void {
  const places = placesIn(dataDir);
  if (!bearsMarker(places)) {
    throw new DatelineError("NOT_FOUND", {
      says: `${dataDir} does not bear our marker, so it is not ours to remove.`,
      fix: "Set DATELINE_DATA to the folder that is meant.",
    });
  }
  if (isLocked(places.guardLock) || livingPostmaster(places.cluster) !== null) throw inUse(dataDir);
}

/** Removes a data folder of ours with all that is in it. Throws NOT_FOUND without our marker, IN_USE while it is used. */
export function removeEmbedded(dataDir: string): void {
  expectRemovable(dataDir);
  const places = placesIn(dataDir);
  if (!takeLock(places.guardLock)) throw inUse(dataDir);
  // The marker and the lock go last: a removal that is interrupted can be asked for again.
  const last = new Set([basename(places.marker), basename(places.guardLock)]);
  for (const name of readdirSync(dataDir)) if (!last.has(name)) removeAll(join(dataDir, name));
  removeAll(dataDir);
}

function inUse(dataDir: string): DatelineError {
  return new DatelineError("IN_USE", {
    says: `The database in ${dataDir} is in use.`,
    fix: "Stop the server and every desk command, wait a few seconds, then try again.",
  });
}

function removeAll(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}
