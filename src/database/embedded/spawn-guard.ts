import { spawn } from "node:child_process";
import { closeSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { DatelineError } from "../../kernel/errors/index.ts";
import { rootFolder } from "../../kernel/host/index.ts";
import { openLog } from "./files.ts";
import type { GuardOrder } from "./order.ts";
import { placesIn } from "./places.ts";

/** Starts a guard that outlives us, and asks `ready` until it answers or the guard has ended. */
export async function spawnGuard<T>(order: GuardOrder, ready: () => Promise<T | null>): Promise<T | null> {
  const state = { code: undefined as number | null | undefined };
  const child = startGuard(order);
  child.once("exit", (code) => (state.code = code));
  child.once("error", () => (state.code = 1));
  while (state.code === undefined) {
    const found = await ready();
    if (found) return found;
    await sleep(20);
  }
  // Code 0 means that another guard was there first: it is found on the next round.
  if (state.code === 0) return null;
  const found = await ready();
  if (found) return found;
  throw guardFailed(order);
}

function startGuard(order: GuardOrder): ReturnType<typeof spawn> {
  const log = openLog(placesIn(order.dataDir).guardLog);
  try {
    const options = { detached: true, windowsHide: true, cwd: rootFolder, stdio: ["ignore", log, log] as const };
    const child = spawn(process.execPath, [guardProgram(), JSON.stringify(order)], {
      ...options,
      stdio: [...options.stdio],
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

function guardProgram(): string {
  const beside = fileURLToPath(new URL("./guard-main.js", import.meta.url));
  const program = existsSync(beside) ? beside : join(rootFolder, "dist/src/database/embedded/guard-main.js");
  if (existsSync(program)) return program;
  throw new DatelineError("DATABASE_UNFIT", {
    says: "The embedded database needs the built files.",
    fix: "Start by 'npm start' or 'npm test', which build them.",
  });
}

function guardFailed(order: GuardOrder): DatelineError {
  const { guardLog } = placesIn(order.dataDir);
  const last = readFileSync(guardLog, "utf8").trim().split("\n").at(-1) ?? "";
  return new DatelineError("DATABASE_UNFIT", {
    says: `The embedded database's guard ended at once${last ? `: ${last}` : ""}.`,
    fix: `Its log is ${guardLog}.`,
  });
}
