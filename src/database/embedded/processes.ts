import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isErrno, readIfThere } from "./files.ts";

/**
 * What tells a living process from a later one with the same number: when it was born, as the system puts it.
 * Null when no such process lives (one that is only waiting to be buried does not).
 */
export function birthOf(pid: number): string | null {
  if (!answers(pid)) return null;
  if (process.platform === "linux") return birthOnLinux(pid);
  return process.platform === "win32" ? "alive" : ask(pid, "lstart");
}

/** The command line of a living process, or the empty string. */
export function commandOf(pid: number): string {
  if (process.platform === "linux") return (readIfThere(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " ");
  return process.platform === "win32" ? "" : (ask(pid, "command") ?? "");
}

/** Sends a signal; a process that is gone already is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended before we could tell it to.
  }
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process refuses the signal, and so proves that it lives.
    return isErrno(error, "EPERM");
  }
}

function birthOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command in parentheses may hold anything; fields are counted after its end: 0 is the state, 19 the start.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function ask(pid: number, column: "lstart" | "command"): string | null {
  try {
    return execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}
