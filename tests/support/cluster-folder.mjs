import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const candidates = [tmpdir(), "/tmp", "/var/tmp", "/var/lib"];

/** Where this run's throw-away cluster lies: as root, in a folder the account that runs Postgres can reach. */
export function clusterFolder() {
  const base = process.getuid?.() === 0 ? candidates.find(isOpen) : candidates[0];
  return join(base ?? tmpdir(), `dateline-test-${process.pid}`);
}

function isOpen(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  return Boolean(stats && stats.mode & 0o001) && (dirname(path) === path || isOpen(dirname(path)));
}
