// One of several servers that schedule the same drafts, for a test that kills them: it goes on until none is left.
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../../dist/src/database/client.js";
import { systemActor } from "../../../dist/src/newsroom/access/index.js";
import { scheduleArticle } from "../../../dist/src/newsroom/articles/index.js";

const [url, at] = process.argv.slice(2);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const { db, pool } = openDatabase(url, { log: silent, connections: 4 });
pool.on("error", () => undefined);
const desk = { actor: systemActor, db, now: () => new Date(), origin: { door: "JOB" }, zone: "UTC" };
// Each has a time of its own in mind, so that whoever comes second would move what the first has set.
const mine = new Date(Number(at));

async function schedule({ id, version }) {
  try {
    await scheduleArticle(desk, { id, expectedVersion: version, at: mine });
  } catch {
    // Somebody else was faster, or the database is gone: the next look at what is left tells.
    await sleep(5);
  }
}

for (;;) {
  const left = await db.article
    .findMany({
      where: { state: "DRAFT" },
      select: { id: true, version: true },
      take: 60,
      skip: Math.floor(Math.random() * 20),
    })
    .catch(() => null);
  if (left === null) {
    await sleep(200);
    continue;
  }
  if (left.length === 0 && (await db.article.count({ where: { state: "DRAFT" } }).catch(() => 1)) === 0) break;
  const shuffled = left.toSorted(() => Math.random() - 0.5);
  await Promise.all(
    [0, 1].map(async (turn) => {
      for (const [index, one] of shuffled.entries()) if (index % 2 === turn) await schedule(one);
    }),
  );
}
process.exit(0);
