import { readdirSync, readFileSync } from "node:fs";

const ticks = 100;

/** CPU seconds (user and system) used so far by a process and all below it, those that have ended included. */
export function cpuOf(root) {
  const all = processes();
  const children = byParent(all);
  const sum = (one) => one.own + (children.get(one.pid) ?? []).reduce((total, child) => total + sum(child), 0);
  const top = all.get(root);
  return top === undefined ? 0 : (sum(top) + top.ended) / ticks;
}

/** CPU seconds of the children of this process that have ended: the load generator's runs. */
export const cpuOfEnded = () => statOf("self").ended / ticks;

/** Resident memory of a process and all below it, in MiB. */
export function memoryOf(root) {
  const all = [...processes().values()];
  const kib = (pid) => {
    const own = Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? "")?.[1] ?? 0);
    return all.filter(({ parent }) => parent === pid).reduce((sum, child) => sum + kib(child.pid), own);
  };
  return kib(root) / 1024;
}

function byParent(all) {
  const groups = new Map();
  for (const one of all.values()) groups.set(one.parent, [...(groups.get(one.parent) ?? []), one]);
  return groups;
}

function processes() {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const found = pids.map(statOf).filter((stat) => stat !== null);
  return new Map(found.map((stat) => [stat.pid, stat]));
}

function statOf(pid) {
  const text = read(`/proc/${pid}/stat`);
  if (text === null) return null;
  const fields = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  return { pid: Number(pid), parent: fields[1], own: fields[11] + fields[12], ended: fields[13] + fields[14] };
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
