import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const PATIENCE = 15 * 60_000;

/** Does the work while no other process does; `waiting` is called once when another must be waited for. */
export async function withLock(path, waiting, work) {
  mkdirSync(dirname(path), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, born: birthOf(process.pid), token: randomBytes(8).toString("hex") });
  const until = Date.now() + PATIENCE;
  for (let told = false; !take(path, mine); told = true) {
    if (!told) waiting();
    if (Date.now() > until)
      throw new Error(`another start holds ${path} for too long; end that one, then start again.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    if (read(path) === mine) rmSync(path, { force: true });
  }
}

// A dead owner, however suddenly it died, holds nothing: the lock names its owner's number and birth.
function take(path, mine) {
  if (create(path, mine)) return true;
  const found = read(path);
  if (found === null) return create(path, mine);
  if (ownerLives(found) || !moveAway(path, found)) return false;
  return create(path, mine);
}

function create(path, text) {
  const draft = `${path}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, text);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function moveAway(path, dead) {
  const aside = `${path}.${randomBytes(4).toString("hex")}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === "ENOENT") return true;
    throw error;
  }
  const moved = read(aside);
  // Another process replaced the dead lock by its own in between: that one is put back.
  if (moved !== null && moved !== dead) create(path, moved);
  rmSync(aside, { force: true });
  return moved === dead;
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function ownerLives(text) {
  try {
    const { pid, born } = JSON.parse(text);
    return birthOf(pid) === born;
  } catch {
    return false;
  }
}

function birthOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return null;
  }
  if (process.platform === "linux") return birthOnLinux(pid);
  if (process.platform === "win32") return "alive";
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

function birthOnLinux(pid) {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? null : fields[19];
}
