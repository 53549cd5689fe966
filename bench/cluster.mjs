import { readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openFolder, ours } from "./paths.mjs";
import { pinTree } from "./machine.mjs";

const gigabyte = 2 ** 30;

/** What the cluster of the benchmark is set to; stated with the figures. */
export function settingsFor(memory = totalmem()) {
  const shared = Math.max(0.25, Math.min(4, Math.floor(memory / gigabyte / 4)));
  return {
    shared_buffers: `${shared * 1024}MB`,
    effective_cache_size: `${shared * 2048}MB`,
    max_connections: "200",
    random_page_cost: "1.1",
    jit: "off",
    max_parallel_workers_per_gather: "0",
    maintenance_work_mem: "512MB",
    max_wal_size: "8GB",
    checkpoint_timeout: "30min",
    synchronous_commit: "on",
  };
}

/**
 * Starts our embedded Postgres in the work folder, with the benchmark's settings, on the cores it is given.
 * `urlOf(name)` is the address of one of its databases; `pid` its postmaster.
 */
export async function openCluster(work, cores) {
  const dataDir = openFolder(join(work, "postgres"));
  const settings = settingsFor();
  const first = await start(dataDir);
  if (!(await isSet(first.url, settings))) {
    await apply(first.url, settings);
    await first.release({ wait: true });
    return opened(dataDir, settings, cores, await start(dataDir));
  }
  return opened(dataDir, settings, cores, first);
}

async function start(dataDir) {
  const { useEmbedded } = await ours("database/embedded/index.js");
  const { silentLog } = await ours("kernel/log.js");
  return useEmbedded({ dataDir, log: silentLog });
}

async function opened(dataDir, settings, cores, embedded) {
  const pid = Number(readFileSync(join(dataDir, "pgdata/postmaster.pid"), "utf8").split("\n")[0]);
  // Whatever it forks from now on stays on the same cores.
  pinTree(pid, cores);
  const urlOf = (name) => Object.assign(new URL(embedded.url), { pathname: `/${name}` }).href;
  const { rows } = await ask(embedded.url, "show server_version");
  return { pid, urlOf, settings, version: rows[0].server_version, close: () => embedded.release({ wait: true }) };
}

async function isSet(url, settings) {
  const names = Object.keys(settings);
  const { rows } = await ask(
    url,
    "select name, pg_size_bytes(current_setting('shared_buffers')) as shared from unnest($1::text[]) name",
    [names],
  );
  return Number(rows[0].shared) === parseInt(settings.shared_buffers) * 2 ** 20;
}

async function apply(url, settings) {
  for (const [name, value] of Object.entries(settings)) await ask(url, `alter system set ${name} = '${value}'`);
}

/** Runs one statement on a connection of its own. */
export async function ask(url, text, values = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}
