import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "../../../kernel/host/index.ts";
import type { Catalogue } from "./catalogue.ts";

/** What the migrations make and what the schema declares of it; kept in git and compared by a test. */
export interface Snapshot {
  readonly declared: readonly string[];
  readonly catalogue: Catalogue;
}

const snapshotFile: string = join(rootFolder, "prisma/catalogue.json");

/** The snapshot as it was last taken, or null before the first. */
export function readSnapshot(): Snapshot | null {
  return existsSync(snapshotFile) ? (JSON.parse(readFileSync(snapshotFile, "utf8")) as Snapshot) : null;
}

/** Keeps the snapshot. */
export function writeSnapshot(snapshot: Snapshot): void {
  writeFileSync(snapshotFile, `${JSON.stringify(snapshot, null, 2)}\n`);
}
