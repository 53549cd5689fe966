import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { DatelineError } from "../../kernel/errors/index.ts";
import { bearsMarker } from "./data-folder.ts";
import { takeLock } from "./file-lock.ts";
import { placesIn } from "./places.ts";
import { livingPostmaster } from "./postmaster.ts";

/** Whether there is a data folder of ours to remove. */
export function hasEmbedded(dataDir: string): boolean {
  return bearsMarker(placesIn(dataDir));
}

/** Removes a data folder of ours with all that is in it. Throws NOT_FOUND without our marker, IN_USE while it is used. */
export function removeEmbedded(dataDir: string): void {
  const places = placesIn(dataDir);
  if (!bearsMarker(places)) {
    throw new DatelineError("NOT_FOUND", {
      says: `There is no folder of ours to remove: ${dataDir} does not bear our marker.`,
      fix: "Nothing needs to be done; 'npm start' makes a new newsroom.",
    });
  }
  const lock = takeLock(places.guardLock);
  if (!lock || livingPostmaster(places.cluster) !== null) {
    lock?.release();
    throw new DatelineError("IN_USE", { says: `The database in ${dataDir} is in use.` });
  }
  // The marker and the lock go last: a removal that is interrupted can be asked for again.
  const last = new Set([basename(places.marker), basename(places.guardLock)]);
  for (const name of readdirSync(dataDir)) if (!last.has(name)) removeAll(join(dataDir, name));
  removeAll(dataDir);
}

function removeAll(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}
