import { ask } from "./cluster.mjs";
import { cpuOf, cpuOfEnded, memoryOf } from "./load/cpu.mjs";
import { load } from "./load/wrk.mjs";

/**
 * One timed run: requests/s, latencies (ms), CPU of the server's processes, of Postgres and of the load generator
 * (ms a request), bytes sent an answer, memory (MiB), and the statements a request and the rows a request that
 * Postgres counted.
 */
export async function timedRun({ server, cluster, database, ...how }) {
  const counted = await countedBy(database);
  const before = cpuNow(server, cluster);
  const run = await load({ url: server.url, ...how });
  const after = cpuNow(server, cluster);
  const each = (name) => (1e3 * (after[name] - before[name])) / run.requests;
  return {
    rps: run.rps,
    p50: run.p50,
    p99: run.p99,
    nodeMs: each("node"),
    postgresMs: each("postgres"),
    loadMs: each("load"),
    bytes: run.bytes,
    memory: memoryOf(server.pid),
    ...(await countedSince(database, counted, run.requests)),
  };
}

const cpuNow = (server, cluster) => ({ node: cpuOf(server.pid), postgres: cpuOf(cluster.pid), load: cpuOfEnded() });

// Each statement of a reader is a transaction of its own. Postgres adds them up about once a second, so a run begins and
// ends with the same small debt.
async function countedBy(database) {
  const name = new URL(database).pathname.slice(1);
  const postgres = Object.assign(new URL(database), { pathname: "/postgres" }).href;
  const columns = "xact_commit as statements, tup_returned + tup_fetched as rows";
  const { rows } = await ask(postgres, `select ${columns} from pg_stat_database where datname = $1`, [name]);
  return rows[0];
}

async function countedSince(database, before, requests) {
  const after = await countedBy(database);
  const each = (name) => (Number(after[name]) - Number(before[name])) / requests;
  return { statements: each("statements"), rows: each("rows") };
}

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of each figure over the runs. */
export const medians = (runs) =>
  Object.fromEntries(Object.keys(runs[0]).map((name) => [name, median(runs.map((run) => run[name]))]));

/** The median over the rounds of one run's figure to another's of the same round. */
export const ratio = (runs, others, name) => median(runs.map((run, round) => run[name] / others[round][name]));
