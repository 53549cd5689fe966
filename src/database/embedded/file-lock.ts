import { randomBytes } from "node:crypto";
import { linkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { giveToFolderOwner, isErrno, readIfThere } from "./files.ts";
import { birthOf } from "./processes.ts";

/** A lock we hold until we release it or die. */
export interface FileLock {
  release(): void;
}

/**
 * Takes the lock, or answers null while a living process holds it. A lock whose owner died, however suddenly, counts
 * for nothing: it names its owner's number and birth.
 */
export function takeLock(path: string): FileLock | null {
  const mine = JSON.stringify({ pid: process.pid, born: birthOf(process.pid), token: randomBytes(8).toString("hex") });
  if (!create(path, mine)) {
    const found = readIfThere(path);
    if (found !== null && ownerLives(found)) return null;
    if (found !== null && !moveAway(path, found)) return null;
    if (!create(path, mine)) return null;
  }
  return {
    release: () => {
      drop(path, mine);
    },
  };
}

function drop(path: string, mine: string): void {
  if (readIfThere(path) === mine) rmSync(path, { force: true });
}

/** Whether a living process holds the lock. */
export function isLocked(path: string): boolean {
  const found = readIfThere(path);
  return found !== null && ownerLives(found);
}

function create(path: string, text: string): boolean {
  const draft = `${path}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, text, { mode: 0o600 });
  giveToFolderOwner(draft);
  try {
    // Linking a finished file makes the lock appear with its text, so nobody ever reads half an owner.
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isErrno(error, "EEXIST")) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function moveAway(path: string, dead: string): boolean {
  const aside = `${path}.${randomBytes(4).toString("hex")}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return true;
    throw error;
  }
  const moved = readIfThere(aside);
  // Another process replaced the dead lock by its own in between: that one is put back.
  if (moved !== null && moved !== dead) create(path, moved);
  rmSync(aside, { force: true });
  return moved === dead;
}

function ownerLives(text: string): boolean {
  try {
    const { pid, born } = JSON.parse(text) as { pid: number; born: string };
    return birthOf(pid) === born;
  } catch {
    return false;
  }
}
