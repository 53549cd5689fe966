import { spawn } from "node:child_process";
import { ask } from "../cluster.mjs";
import { cpuOf, memoryOf } from "../load/cpu.mjs";
import { linesFile } from "../load/lines.mjs";
import { bodyOf, liveReads } from "../load/operations.mjs";
import { load } from "../load/wrk.mjs";
import { median } from "../measure.mjs";
import { inBench } from "../paths.mjs";
import { startDateline, startStatic } from "../systems/index.mjs";
import { tell, Unsound } from "../tell.mjs";

const rate = 5;
/** Milliseconds after a publication's commit from which on no answer may be from before it. */
const allowed = 100;

/**
 * Readers on two servers while the newsroom publishes, beside two static servers on the same cores asked in the same
 * way while the newsroom publishes as well. Runs on a copy of the corpus, which is dropped afterwards.
 */
export async function measureLive(bench, bytes) {
  const database = await copied(bench);
  const started = { dateline: [], static: [] };
  try {
    const { work } = bench.options;
    const cores = [bench.shares.servers[0], bench.shares.second];
    for (const [n, core] of cores.entries()) {
      const where = { work, cores: core, probe: bodyOf("Home") };
      started.dateline.push(await startDateline({ ...where, name: `live-${n}`, database, cacheMegabytes: 64 }));
      started.static.push(await startStatic({ ...where, name: `live-static-${n}`, bytes }));
    }
    return await measured(bench, database, started);
  } finally {
    for (const server of Object.values(started).flat()) await server.stop();
    await ask(bench.cluster.urlOf("postgres"), "drop database if exists live with (force)");
  }
}

async function copied({ cluster, database }) {
  const from = new URL(database).pathname.slice(1);
  const postgres = cluster.urlOf("postgres");
  tell("copying the corpus for the live mix");
  await ask(postgres, "drop database if exists live with (force)");
  await ask(postgres, `create database live template ${from} strategy file_copy`);
  return cluster.urlOf("live");
}

async function measured(bench, database, started) {
  const { options, variables } = bench;
  const reads = liveReads(variables, 40_000).map(([screen, values]) => bodyOf(screen, values));
  const lines = linesFile(options.work, "live", reads);
  const seconds = Math.max(5, options.seconds * 2);
  await round(bench, started.dateline, { lines, seconds: 3 });
  const runs = { dateline: [], static: [] };
  const watched = [];
  for (let n = 0; n < options.rounds; n++) {
    for (const name of n % 2 === 0 ? ["dateline", "static"] : ["static", "dateline"]) {
      const newsroom = publishing(bench, database, started.dateline, seconds);
      runs[name].push(await round(bench, started[name], { lines, seconds, cluster: bench.cluster }));
      const seen = await newsroom;
      if (name === "dateline") watched.push(seen);
    }
    const [ours, theirs] = [runs.dateline[n], runs.static[n]];
    tell(`${n + 1}/${options.rounds} live mix: ${Math.round(ours.rps)} rps beside ${Math.round(theirs.rps)} static`);
  }
  return { runs, ...summed(watched) };
}

// One generator a server, both on the generator's core, with half of the connections each.
async function round({ options, shares }, servers, { lines, seconds }) {
  const before = servers.map(({ pid }) => cpuOf(pid));
  const runs = await Promise.all(
    servers.map(({ url }, n) =>
      load({
        url,
        lines,
        seconds,
        connections: options.connections / servers.length,
        cores: shares.load,
        first: n * 7_919,
      }),
    ),
  );
  const requests = runs.reduce((sum, run) => sum + run.requests, 0);
  const cpu = servers.reduce((sum, { pid }, n) => sum + cpuOf(pid) - before[n], 0);
  return {
    rps: runs.reduce((sum, run) => sum + run.rps, 0),
    p50: median(runs.map(({ p50 }) => p50)),
    p99: Math.max(...runs.map(({ p99 }) => p99)),
    nodeMs: (1e3 * cpu) / requests,
    memory: Math.max(...servers.map(({ pid }) => memoryOf(pid))),
  };
}

function publishing({ shares, variables, sections }, database, servers, seconds) {
  const slugs = variables.Article.slice(0, 200).map(({ slug }) => slug);
  const order = { database, servers: servers.map(({ url }) => url), slugs, sections, seconds, rate, allowed };
  const args = ["-c", shares.load, process.execPath, inBench("live/newsroom.mjs"), JSON.stringify(order)];
  return new Promise((resolve, reject) => {
    const child = spawn("taskset", args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve(JSON.parse(output))
        : reject(new Unsound("The newsroom of the live mix failed; its reason stands above.")),
    );
  });
}

function summed(watched) {
  const sum = (name) => watched.reduce((total, one) => total + one[name], 0);
  return {
    published: sum("published"),
    perSecond: median(watched.map(({ perSecond }) => perSecond)),
    polls: sum("polls"),
    stale: sum("stale"),
    lost: sum("lost"),
    seenP50: median(watched.map(({ seenP50 }) => seenP50)),
    seenP99: Math.max(...watched.map(({ seenP99 }) => seenP99)),
  };
}
