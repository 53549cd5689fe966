import { ask } from "../cluster.mjs";
import { linesFile } from "../load/lines.mjs";
import { bodyOf, pageOf, variablesOf } from "../load/operations.mjs";
import { corpusOf } from "../corpus/load.mjs";
import { load } from "../load/wrk.mjs";
import { medians } from "../measure.mjs";
import { interleaved } from "../rounds.mjs";
import { startDateline } from "../systems/index.mjs";
import { tell } from "../tell.mjs";
import { topicCost } from "./statement.mjs";

/** How the cost of an answer grows: with the corpus, the depth of the page, connections and servers. All uncached. */
export async function measureGrowth(bench) {
  const corpus = await withCorpus(bench);
  const depth = await withDepth(bench);
  return { corpus, depth, connections: await withConnections(bench), servers: await withServers(bench) };
}

const quiet = ({ options: { rounds, seconds }, cluster, shares }) => ({
  rounds,
  seconds,
  // One at a time: the latency is the statement's and the server's own, not a queue's.
  connections: 1,
  cluster,
  cores: shares.load,
});

async function withCorpus(bench) {
  const { options, cluster, shares } = bench;
  const systems = { Article: [], Section: [] };
  const started = [];
  const topic = {};
  try {
    for (const count of options.corpora) {
      const database = await corpusOf(cluster, count, { ...options, fresh: false, flat: false });
      topic[count] = await topicCost(database);
      const variables = await variablesOf(database);
      const where = { name: `growth-${count}`, work: options.work, cores: shares.servers[0], probe: bodyOf("Home") };
      const server = await startDateline({ ...where, database, cacheMegabytes: 0 });
      started.push(server);
      for (const screen of Object.keys(systems)) {
        const lines = linesFile(
          options.work,
          `growth-${screen}-${count}`,
          variables[screen].map((values) => bodyOf(screen, values)),
        );
        systems[screen].push({ name: String(count), server, lines, database });
      }
    }
    const plan = Object.entries(systems).map(([screen, list]) => ({ screen, systems: list }));
    return { runs: await interleaved({ ...quiet(bench), plan }), topic };
  } finally {
    for (const server of started) await server.stop();
  }
}

async function withDepth(bench) {
  const { options, database, shares } = bench;
  const { rows } = await ask(database, "select id, '/' || path as path from section where path = 'world'");
  const where = { name: "depth", work: options.work, cores: shares.servers[0], probe: bodyOf("Home") };
  const server = await startDateline({ ...where, database, cacheMegabytes: 0 });
  try {
    const systems = [];
    for (const number of [1, 10, 100, 1_000]) {
      const values = number === 1 ? { path: rows[0].path } : await pageOf(database, rows[0], number);
      if (values === null) continue;
      systems.push({
        name: String(number),
        server,
        lines: linesFile(options.work, `depth-${number}`, [bodyOf("Deep", values)]),
      });
    }
    return await interleaved({ ...quiet(bench), database, plan: [{ screen: "Page", systems }] });
  } finally {
    await server.stop();
  }
}

async function withConnections(bench) {
  const { options, database, variables, shares } = bench;
  const where = { name: "connections", work: options.work, cores: shares.servers[0], probe: bodyOf("Home") };
  const server = await startDateline({ ...where, database, cacheMegabytes: 0 });
  const lines = linesFile(
    options.work,
    "connections",
    variables.Article.map((values) => bodyOf("Article", values)),
  );
  try {
    const found = {};
    for (const connections of [1, 4, 16, 64, 256]) {
      const runs = [];
      for (let n = 0; n < Math.min(3, options.rounds); n++)
        runs.push(await load({ url: server.url, lines, seconds: options.seconds, connections, cores: shares.load }));
      found[connections] = medians(runs.map(({ rps, p50, p99 }) => ({ rps, p50, p99 })));
      tell(
        `${connections} connections: ${Math.round(found[connections].rps)} rps, p99 ${found[connections].p99.toFixed(1)} ms`,
      );
    }
    return found;
  } finally {
    await server.stop();
  }
}

async function withServers(bench) {
  const { options, database, variables, shares } = bench;
  const lines = linesFile(
    options.work,
    "servers",
    variables.Article.map((values) => bodyOf("Article", values)),
  );
  const servers = [];
  const found = {};
  try {
    for (const core of [shares.servers[0], shares.second]) {
      const where = { name: `server-${servers.length}`, work: options.work, cores: core, probe: bodyOf("Home") };
      servers.push(await startDateline({ ...where, database, cacheMegabytes: 0 }));
      const share = options.connections / servers.length;
      const runs = await Promise.all(
        servers.map(({ url }, n) =>
          load({ url, lines, seconds: options.seconds, connections: share, cores: shares.load, first: n * 331 }),
        ),
      );
      found[servers.length] = {
        rps: runs.reduce((sum, { rps }) => sum + rps, 0),
        p99: Math.max(...runs.map(({ p99 }) => p99)),
      };
      tell(`${servers.length} servers: ${Math.round(found[servers.length].rps)} rps`);
    }
    return found;
  } finally {
    for (const server of servers) await server.stop();
  }
}
