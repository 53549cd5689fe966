import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem, type } from "node:os";
import { Failure } from "../scripts/lib/failure.mjs";

/**
 * Which cores serve whom. Static bytes and Dateline always get the same ones. With fewer than four, servers have the
 * first and everything else shares the second: then requests/s are bounded by whichever is full, and CPU a request is
 * the figure to trust.
 */
export function sharesOf(cores = availableParallelism()) {
  if (cores < 2) throw new Failure("The benchmark needs two cores: one for the servers, one for what asks them.");
  if (cores < 4) {
    const said = `${cores} cores: servers on core 0, Postgres and the load generator together on core 1`;
    return { servers: ["0"], second: "0", postgres: "1", load: "1", said };
  }
  const postgres = cores >= 6 ? "2,3" : "2";
  const load = cores >= 6 ? "4" : "3";
  const said = `${cores} cores: servers on cores 0 and 1, Postgres on ${postgres}, the load generator on ${load}`;
  return { servers: ["0", "1"], second: "1", postgres, load, said };
}

/** Makes sure that what the benchmark calls is there. Installs wrk where it may; throws a Failure that says how. */
export function expectTools() {
  if (process.platform !== "linux") throw new Failure("The benchmark reads /proc and pins processes: it needs Linux.");
  if (!isThere("taskset")) throw new Failure("taskset is missing; install util-linux, then start again.");
  if (isThere("wrk")) return;
  if (process.getuid() === 0 && isThere("apt-get")) {
    spawnSync("apt-get", ["install", "-y", "-q", "wrk"], { stdio: ["ignore", "ignore", "inherit"] });
    if (isThere("wrk")) return;
  }
  throw new Failure(
    "The load generator wrk is missing; install it (apt-get install wrk, brew install wrk), then start again.",
  );
}

const isThere = (program) => spawnSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" }).status === 0;

/** Keeps a process and what it forked on some cores; what it forks later inherits them. */
export function pinTree(pid, cores) {
  execFileSync("taskset", ["-a", "-p", "-c", cores, String(pid)], { stdio: "ignore" });
  const children = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" }).stdout ?? "";
  for (const child of children.split("\n").map(Number).filter(Boolean)) {
    spawnSync("taskset", ["-a", "-p", "-c", cores, String(child)], { stdio: "ignore" });
  }
}

/** What the figures were measured on. */
export function machine() {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    load: readFileSync("/proc/loadavg", "utf8").split(" ").slice(0, 3).join(" "),
  };
}
