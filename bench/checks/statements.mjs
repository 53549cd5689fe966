import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../cluster.mjs";
import { bodyOf, screens } from "../load/operations.mjs";
import { startDateline } from "../systems/index.mjs";
import { post } from "../systems/start.mjs";
import { tell } from "../tell.mjs";

const repeats = 20;

/**
 * Counts, in Postgres' own log, the statements a request costs on each screen of one root field. The same request is
 * sent again and again: a cache would show as less than one. What the server asks while nobody reads is taken off.
 */
export async function statementsOf({ database, work, variables, ...where }) {
  const name = new URL(database).pathname.slice(1);
  await ask(database, `alter database ${name} set log_min_duration_statement = 0`);
  try {
    const probe = bodyOf("Home");
    const server = await startDateline({ name: "counted", database, work, cacheMegabytes: 0, probe, ...where });
    const counts = {};
    for (const screen of screens) {
      const body = bodyOf(screen, variables[screen][0]);
      await post(server.url, body).then((response) => response.text());
      const idle = await during(work, () => sleep(300));
      const began = Date.now();
      const busy = await during(work, async () => {
        for (let n = 0; n < repeats; n++) await post(server.url, body).then((response) => response.text());
      });
      counts[screen] = Math.round((10 * (busy - (idle * (Date.now() - began)) / 300)) / repeats) / 10;
    }
    await server.stop();
    tell(`statements a request: ${screens.map((screen) => `${screen} ${counts[screen]}`).join(", ")}`);
    return counts;
  } finally {
    await ask(database, `alter database ${name} reset log_min_duration_statement`);
  }
}

async function during(work, act) {
  const log = join(work, "postgres/postgres.log");
  const from = statSync(log).size;
  await act();
  await sleep(50);
  const text = readFileSync(log).subarray(from).toString();
  return text.match(/LOG: +duration: [\d.]+ ms +(execute|statement)/g)?.length ?? 0;
}
