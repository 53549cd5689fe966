import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readIfThere } from "./files.ts";
import { birthOf, commandOf, signal } from "./processes.ts";

const PID_LINE = 0;
const STATUS_LINE = 7;
const steps: readonly { signal: NodeJS.Signals; patience: number }[] = [
  { signal: "SIGINT", patience: 30_000 },
  { signal: "SIGQUIT", patience: 10_000 },
  { signal: "SIGKILL", patience: 5_000 },
];

/** What `postmaster.pid` says of the server of this cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
  /** The whole file: no two runs of the server write the same. */
  readonly text: string;
}

/** Reads `postmaster.pid`, or null when no server has started or the last one ended in peace. */
export function readPostmaster(cluster: string): Postmaster | null {
  const text = readIfThere(join(cluster, "postmaster.pid")) ?? "";
  const lines = text.split("\n");
  const pid = Number(lines[PID_LINE]);
  return pid > 0 ? { pid, ready: lines[STATUS_LINE]?.trim() === "ready", text } : null;
}

/** The number of a living postmaster of this cluster, or null. */
export function livingPostmaster(cluster: string): number | null {
  const found = readPostmaster(cluster);
  if (!found || birthOf(found.pid) === null) return null;
  return isPostgres(found.pid, cluster) ? found.pid : null;
}

/**
 * Stops a server that lost its guard, gently first, so that the next one may start. A pid file whose number now
 * belongs to some other program is taken away: Postgres itself would refuse to start because of it.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const pid = livingPostmaster(cluster);
  if (pid !== null) return stopPostmaster(pid);
  const stale = readPostmaster(cluster);
  if (stale && birthOf(stale.pid) !== null) rmSync(join(cluster, "postmaster.pid"), { force: true });
}

async function stopPostmaster(pid: number): Promise<void> {
  const born = birthOf(pid);
  for (const step of steps) {
    if (born === null || birthOf(pid) !== born) return;
    signal(pid, step.signal);
    for (let waited = 0; waited < step.patience && birthOf(pid) === born; waited += 20) await sleep(20);
  }
}

function isPostgres(pid: number, cluster: string): boolean {
  const command = commandOf(pid);
  // Where the system does not show commands, the pid file is believed.
  return command === "" ? process.platform === "win32" : command.includes("postgres") && command.includes(cluster);
}
