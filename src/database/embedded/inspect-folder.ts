import { existsSync, statSync } from "node:fs";
import { bearsMarker } from "./data-folder.ts";
import { placesIn } from "./places.ts";

/** How a data folder stands: none yet, ours, or somebody else's; and what of its secrets others could read. */
export interface FolderState {
  readonly kind: "none" | "ours" | "strange";
  /** Files that hold a secret and are open to others. */
  readonly open: readonly string[];
}

const OTHERS = 0o077;

/** Looks at the data folder without changing anything. */
export function inspectFolder(dataDir: string): FolderState {
  const places = placesIn(dataDir);
  if (!existsSync(places.marker)) return { kind: existsSync(places.cluster) ? "strange" : "none", open: [] };
  const open = [places.password, places.guard].filter(isOpen);
  return { kind: bearsMarker(places) ? "ours" : "strange", open };
}

function isOpen(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  // Windows keeps rights in another way, and its modes say nothing.
  return stats !== undefined && process.platform !== "win32" && (stats.mode & OTHERS) !== 0;
}
