import { readFileSync, writeFileSync } from "node:fs";
import { Failure } from "../scripts/lib/failure.mjs";
import { inRoot } from "../scripts/lib/paths.mjs";
import { measureCached } from "./cached.mjs";
import { ask, openCluster } from "./cluster.mjs";
import { corpusOf } from "./corpus/load.mjs";
import { measureGrowth } from "./growth/index.mjs";
import { measureLive } from "./live/mix.mjs";
import { variablesOf } from "./load/operations.mjs";
import { expectTools, machine, sharesOf } from "./machine.mjs";
import { medians } from "./measure.mjs";
import { readOptions, usage } from "./options.mjs";
import { openFolder } from "./paths.mjs";
import { measureReads } from "./reads.mjs";
import { barsOf } from "./report/bars.mjs";
import { chart } from "./report/chart.mjs";
import { markdown } from "./report/markdown.mjs";
import { peerVersions } from "./systems/peers.mjs";
import { tell, Unsound } from "./tell.mjs";

/** Runs the benchmark as the command line asks. Throws a Failure when its figures would be worth nothing. */
export async function bench(args) {
  const options = readOptions(args);
  if (options.help) return void process.stdout.write(`${usage}\n`);
  expectTools();
  const results = await measured(options).catch((error) => {
    throw error instanceof Unsound ? new Failure(`These figures would be worth nothing: ${error.message}`) : error;
  });
  process.stdout.write(`${markdown(results)}\n`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ ...results, bars: barsOf(results) }, null, 2)}\n`);
  if (options.save) save(results);
}

async function measured(options) {
  const shares = sharesOf();
  const found = { at: new Date().toISOString().slice(0, 10), machine: machine(), shares, options: plain(options) };
  openFolder(options.work);
  const cluster = await openCluster(options.work, shares.postgres);
  try {
    const database = await corpusOf(cluster, options.articles, options);
    const others = options.parts.has("growth") ? options.corpora.filter((count) => count !== options.articles) : [];
    for (const count of others) await corpusOf(cluster, count, { ...options, flat: false });
    const variables = await variablesOf(database);
    const sections = (await ask(database, "select id, '/' || path as path from section order by path")).rows;
    const about = { options, shares, cluster, database, variables, sections };
    const parts = await measureParts(about);
    const versions = {
      Dateline: datelineVersions(),
      ...Object.fromEntries(options.peers.map((name) => [name, listed(peerVersions(name))])),
    };
    return { ...found, postgres: { version: cluster.version, settings: cluster.settings }, versions, ...parts };
  } finally {
    await cluster.close();
  }
}

async function measureParts(about) {
  const { parts } = about.options;
  const reads = parts.has("reads") ? await measureReads(about) : undefined;
  const cached = parts.has("cached") ? await measureCached(about) : undefined;
  const size = cached?.bytes.Article ?? reads?.bytes.dateline.Article ?? 10_000;
  const live = parts.has("live") ? await measureLive(about, size) : undefined;
  const growth = parts.has("growth") ? await measureGrowth(about) : undefined;
  const fastest = cached?.runs["POST, zipf"].static ?? reads?.runs.Article.static;
  return { reads, cached, live, growth, ceiling: fastest && 1e3 / medians(fastest).loadMs };
}

const plain = ({ articles, corpora, connections, rounds, seconds }) => ({
  articles,
  corpora,
  connections,
  rounds,
  seconds,
});

const listed = (versions) =>
  Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");

function datelineVersions() {
  const { version, dependencies } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  const named = ["@apollo/server", "type-graphql", "fastify", "graphql", "pg"];
  return `${version} (${named.map((name) => `${name} ${dependencies[name]}`).join(", ")})`;
}

function save(results) {
  writeFileSync(inRoot("docs/bench.svg"), chart(results));
  const head =
    "# Benchmark\n\nThe last saved run of `npm run bench`; [bench/README.md](../bench/README.md) says how it measures.\n\n![Requests a second](bench.svg)\n\n";
  writeFileSync(inRoot("docs/bench.md"), `${head}${markdown(results)}\n`);
  tell("docs/bench.md and docs/bench.svg are written");
}
