import { randomBytes } from "node:crypto";
import { chownSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { runsAsRoot } from "../../kernel/host/index.ts";

/** Writes a file that only we may read, whole or not at all. */
export function writePrivate(path: string, text: string): void {
  const draft = `${path}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, text, { mode: 0o600, flag: "wx", flush: true });
  giveToFolderOwner(draft);
  renameSync(draft, path);
}

/** Opens a log that only we may read, to write at its end. The caller closes it. */
export function openLog(path: string): number {
  const log = openSync(path, "a", 0o600);
  giveToFolderOwner(path);
  return log;
}

/** As root at work in somebody's folder, leaves them what we make there: they must be able to go on without us. */
export function giveToFolderOwner(path: string): void {
  if (!runsAsRoot()) return;
  const { uid, gid } = statSync(dirname(path));
  chownSync(path, uid, gid);
}

/** The text of a file, or null when there is none. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isErrno(error, "ENOENT")) return null;
    throw error;
  }
}

/** Whether this is the system's error of that name, such as `EEXIST`. */
export function isErrno(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
