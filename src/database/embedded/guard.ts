import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { DatelineError } from "../../kernel/errors/index.ts";
import { prepareCluster } from "./cluster.ts";
import { createDatabase } from "./create-database.ts";
import { openDoor, type Door } from "./door.ts";
import { takeLock } from "./file-lock.ts";
import type { GuardOrder } from "./order.ts";
import { placesIn } from "./places.ts";
import { startPostgres } from "./postgres.ts";
import { birthOf } from "./processes.ts";

const MOST_CRASHES = 5;
/** Milliseconds in which whoever started us finds the door, and hears what is said there. */
const TOLD_WITHIN = 200;

/**
 * Runs Postgres for as long as some process uses it, then stops it and returns. Returns at once while another guard
 * does the same for this folder. Answers whether all went well.
 */
export async function runGuard(order: GuardOrder): Promise<boolean> {
  const places = placesIn(order.dataDir);
  const lock = takeLock(places.guardLock);
  if (!lock) return true;
  const door = await openDoor(places.guard, order.throwaway === null);
  try {
    await serve(order, door);
    return true;
  } catch (error) {
    const failure = failureOf(error);
    process.stderr.write(`${new Date().toISOString()} ${failure.reason} ${failure.fix}\n`);
    door.announce(failure);
    await Promise.race([door.visited, sleep(TOLD_WITHIN)]);
    // Whoever comes from now on may have mended what is wrong, and is to find that out by a guard of their own.
    door.close();
    await sleep(TOLD_WITHIN);
    return false;
  } finally {
    door.close();
    if (order.throwaway) rmSync(order.dataDir, { recursive: true, force: true, maxRetries: 5 });
    lock.release();
    door.empty();
  }
}

async function serve(order: GuardOrder, door: Door): Promise<void> {
  const cluster = await prepareCluster(order, (text) => {
    door.announce({ say: "note", text });
  });
  const leaving = Promise.race([door.unused, askedToStop(), ownerGone(order)]).then(() => "leaving" as const);
  for (let crashes = 0; ; crashes++) {
    door.announce({
      say: "note",
      text: crashes === 0 ? "starting the database" : "the database crashed and starts again",
    });
    const server = await startPostgres(cluster, order.throwaway !== null);
    await createDatabase(cluster, server.port);
    door.announce({ say: "ready", port: server.port });
    const what = await Promise.race([leaving, server.ended.then(() => "crashed" as const)]);
    if (what === "leaving") {
      door.close();
      return server.stop();
    }
    if (crashes === MOST_CRASHES)
      throw new DatelineError("DATABASE_UNFIT", { fix: `Its log is ${cluster.places.postgresLog}.` });
  }
}

function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["SIGTERM", "SIGINT"] as const)
      process.once(name, () => {
        resolve();
      });
  });
}

async function ownerGone({ throwaway }: GuardOrder): Promise<void> {
  // A kept database asks its guests, not one owner.
  if (!throwaway) return new Promise(() => undefined);
  const born = birthOf(throwaway.ownerPid);
  while (born !== null && birthOf(throwaway.ownerPid) === born) await sleep(500, undefined, { ref: false });
}

function failureOf(error: unknown): { say: "failed"; reason: string; fix: string } {
  if (error instanceof DatelineError) return { say: "failed", reason: error.message, fix: error.fix };
  const reason = error instanceof Error ? error.message : String(error);
  return {
    say: "failed",
    reason: `The embedded database cannot start: ${reason}.`,
    fix: "See guard.log in the data folder.",
  };
}
