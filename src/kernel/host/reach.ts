import { statSync, type Stats } from "node:fs";
import { dirname } from "node:path";
import type { Account } from "./account.ts";

const READ = 4;
const PASS = 1;

/** The first folder on the way to `path` that the account may not pass through, or null when the way is open. */
export function closedFolder(path: string, account: Account): string | null {
  const parent = dirname(path);
  if (parent === path) return null;
  return closedFolder(parent, account) ?? (allows(parent, account, PASS) ? null : parent);
}

/** Whether the account may read (and, for a folder or a program, enter or run) what stands at `path`. */
export function mayUse(path: string, account: Account): boolean {
  return closedFolder(path, account) === null && allows(path, account, READ | PASS);
}

function allows(path: string, account: Account, wanted: number): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  // What does not exist yet is made by us, open enough.
  if (!stats) return true;
  return ((stats.mode >> shiftFor(stats, account)) & wanted) === wanted;
}

function shiftFor(stats: Stats, account: Account): number {
  if (stats.uid === account.uid) return 6;
  return stats.gid === account.gid ? 3 : 0;
}
