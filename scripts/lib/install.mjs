import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { run } from "./run.mjs";

const stampFile = inRoot("node_modules/.dateline-installed");
const machine = `${process.platform}-${process.arch}-${process.versions.modules}`;

/** Whether the packages of the lock file are installed, for this machine. */
export function isInstalled() {
  const wanted = wantedStamp();
  const stamp = read(stampFile);
  if (stamp === wanted) return true;
  if ((stamp !== null && !stamp.startsWith(`${machine} `)) || !sameAsNpmSays()) return false;
  tryWrite(wanted);
  return true;
}

/** Installs exactly what the lock file names; no package runs a script of its own. */
export async function install() {
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--include=dev"];
  const npm = process.env.npm_execpath;
  const failure = "The packages could not be installed; check the network and the reason above, then start again.";
  if (npm && /\.c?js$/.test(npm)) await run(process.execPath, [npm, ...args], { failure });
  else await run(process.platform === "win32" ? "npm.cmd" : "npm", args, { failure });
  writeFileSync(stampFile, wantedStamp());
}

function wantedStamp() {
  return `${machine} ${createHash("sha256")
    .update(readFileSync(inRoot("package-lock.json")))
    .digest("hex")}`;
}

// Somebody ran npm by hand: its own record of what it installed decides.
function sameAsNpmSays() {
  const record = read(inRoot("node_modules/.package-lock.json"));
  if (record === null) return false;
  const installed = JSON.parse(record).packages;
  const lock = JSON.parse(read(inRoot("package-lock.json"))).packages;
  const wanted = Object.entries(lock);
  const right = ([path, { version, optional }]) =>
    path === "" || (installed[path] ? installed[path].version === version : optional === true);
  return wanted.every(right) && Object.keys(installed).every((path) => lock[path]);
}

function tryWrite(text) {
  try {
    writeFileSync(stampFile, text);
  } catch {
    return;
  }
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
