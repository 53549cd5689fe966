import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, readFileSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { DatelineError } from "../../kernel/errors/index.ts";
import { asAccount, type Cluster } from "./cluster.ts";
import { openLog, readIfThere, writePrivate } from "./files.ts";
import { readPostmaster, stopOrphan, type Postmaster } from "./postmaster.ts";

/** A running Postgres server. */
export interface Postgres {
  readonly port: number;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends all connections and the server; resolves when it is down. */
  stop(): Promise<void>;
}

const kept = ["log_min_messages=warning"];
const throwaway = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "autovacuum=off",
  "max_connections=200",
];
const common = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_timezone=UTC"];

// The shell is the server's parent: when we die, however suddenly, the pipe on its input ends and it stops the server.
const keeper = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ while read -r _; do :; done; kill -INT $server; } <&3 3<&- >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait $server
code=$?
kill $watch 2>/dev/null
exit $code`;

const MOST_TRIES = 40;
const LARGEST_LOG = 10_000_000;

/** What the server complains of when another try may succeed, and how long to wait before it. */
const passing: readonly { complaint: RegExp; wait: number; otherPort: boolean }[] = [
  { complaint: /could not bind|Address already in use/, wait: 0, otherPort: true },
  { complaint: /pre-existing shared memory block|lock file ".*" already exists/, wait: 250, otherPort: false },
];

/** Starts the server on a free port of the loopback address and waits until it takes connections. */
export async function startPostgres(cluster: Cluster, forgetful: boolean): Promise<Postgres> {
  let wanted = Number(readIfThere(cluster.places.port) ?? 0);
  for (let tries = 1; ; tries++) {
    await stopOrphan(cluster.places.cluster);
    const port = await freePort(wanted);
    const started = await tryStart(cluster, port, forgetful);
    if (!("complaint" in started)) {
      writePrivate(cluster.places.port, `${port}\n`);
      return started;
    }
    const known = passing.find(({ complaint }) => complaint.test(started.complaint));
    if (!known || tries === MOST_TRIES) throw startFailed(cluster, started.complaint);
    if (known.otherPort) wanted = 0;
    await sleep(known.wait);
  }
}

async function tryStart(cluster: Cluster, port: number, forgetful: boolean): Promise<Postgres | { complaint: string }> {
  const { cluster: folder, postgresLog } = cluster.places;
  const before = readPostmaster(folder);
  const from = trimLog(postgresLog);
  const child = spawnServer(cluster, port, forgetful);
  const end = { complaint: null as string | null };
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      resolve(void (end.complaint = error.message));
    });
    child.once("close", () => {
      resolve(void (end.complaint ??= readFileSync(postgresLog).subarray(from).toString()));
    });
  });
  while (!isReady(readPostmaster(folder), before)) {
    if (end.complaint !== null) return { complaint: end.complaint };
    await sleep(10);
  }
  return { port, ended, stop: () => stop(cluster, child, ended) };
}

// After a crash the file of the last run is still there and still says "ready".
function isReady(now: Postmaster | null, before: Postmaster | null): boolean {
  return now !== null && now.ready && now.text !== before?.text;
}

function spawnServer({ places, programs, account }: Cluster, port: number, forgetful: boolean): ChildProcess {
  const settings = [...common, ...(forgetful ? throwaway : kept)].flatMap((setting) => ["-c", setting]);
  const server = [programs.postgres, "-D", places.cluster, "-p", String(port), ...settings];
  const [program, ...args] = process.platform === "win32" ? server : ["/bin/sh", "-c", keeper, "sh", ...server];
  const log = openLog(places.postgresLog);
  try {
    return spawn(String(program), args, { stdio: ["pipe", log, log], cwd: places.dataDir, ...asAccount(account) });
  } finally {
    closeSync(log);
  }
}

// Answers where in its log the coming run begins.
function trimLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LARGEST_LOG) return size;
  truncateSync(path);
  return 0;
}

async function stop({ places, programs }: Cluster, child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.stdin?.end();
  if (process.platform === "win32")
    spawn(programs.pgCtl, ["stop", "-D", places.cluster, "-m", "fast"], { stdio: "ignore" });
  await Promise.race([ended, sleep(30_000, undefined, { ref: false })]);
  await stopOrphan(places.cluster);
}

async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(wanted: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => {
      resolve(null);
    });
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === "object" && address ? address.port : null);
      });
    });
  });
}

function startFailed({ places }: Cluster, complaint: string): DatelineError {
  const why = /(?:FATAL|PANIC): +(.*)/.exec(complaint)?.[1] ?? complaint.trim().split("\n").at(-1) ?? "it says nothing";
  return new DatelineError("DATABASE_UNFIT", {
    says: `The embedded database cannot start: ${why}.`,
    fix: `Its log is ${places.postgresLog}.`,
  });
}
