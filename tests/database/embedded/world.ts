import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { throwawayFolder } from "../../../src/database/embedded/index.ts";
import { placesIn } from "../../../src/database/embedded/places.ts";
import { livingPostmaster } from "../../../src/database/embedded/postmaster.ts";
import { birthOf } from "../../../src/database/embedded/processes.ts";
import { rootFolder } from "../../../src/kernel/host/index.ts";

/** A process that uses the database under test. */
export interface User {
  readonly url: string;
  /** Ends it without warning. */
  kill(): boolean;
  /** Ends it in good order, waiting for the database to stop if nobody else uses it. */
  leave(): Promise<void>;
}

/** A data folder, and everything a test may want to know of what runs on it. */
export function embeddedWorld() {
  const parent = mkdtempSync(`${throwawayFolder("world")}-`);
  // A temporary folder is private; as root, the account that runs Postgres must be able to pass.
  chmodSync(parent, 0o755);
  const dataDir = join(parent, "data folder");
  const places = placesIn(dataDir);
  const users: ChildProcess[] = [];
  const world = {
    ...{ dataDir, places, parent },
    start: (): Promise<User> => startUser(dataDir, users),
    guard: (): number => (JSON.parse(readFileSync(places.guard, "utf8")) as { pid: number }).pid,
    postmaster: (): number => livingPostmaster(places.cluster) ?? 0,
    idle: (): boolean => !existsSync(places.guard) && livingPostmaster(places.cluster) === null,
    tidy: async (): Promise<void> => {
      users.forEach((user) => user.kill("SIGKILL"));
      await until(world.idle, "everything has ended").catch(() => undefined);
      rmSync(parent, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return world;
}

/** Waits until something has become true; fails with the sentence when it does not. */
export async function until(isTrue: () => boolean | Promise<boolean>, what: string, within = 30_000): Promise<void> {
  const end = Date.now() + within;
  while (Date.now() < end) {
    if (await isTrue()) return;
    await sleep(50);
  }
  throw new Error(`Waited in vain until ${what}.`);
}

/** Runs one statement on a connection of its own and answers with its rows. */
export async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Whether a process of that number lives. */
export const lives = (pid: number): boolean => birthOf(pid) !== null;

async function startUser(dataDir: string, users: ChildProcess[]): Promise<User> {
  const program = join(rootFolder, "tests/database/embedded/user.mjs");
  const child = spawn(process.execPath, [program, dataDir], { stdio: ["ignore", "pipe", "pipe"] });
  users.push(child);
  const ended = once(child, "close");
  const first = once(child.stdout, "data").then(([chunk]) => String(chunk).trim());
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const early = ended.then(() => Promise.reject(new Error(`It ended before it began: ${said}`)));
  const url = await Promise.race([first, early]);
  const leave = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  early.catch(() => undefined);
  return { url, leave, kill: () => child.kill("SIGKILL") };
}
