import { expectSameAnswers } from "./checks/answers.mjs";
import { linesFile } from "./load/lines.mjs";
import { bodyOf, liveReads, searchOf } from "./load/operations.mjs";
import { interleaved } from "./rounds.mjs";
import { startDateline, startSql, startStatic } from "./systems/index.mjs";
import { Unsound } from "./tell.mjs";

/**
 * Cached reads: Dateline with its cache beside static bytes, in as many processes on the same cores. The same answers
 * as the floor's are expected of the cache too.
 */
export async function measureCached(bench) {
  const { options, cluster, database, variables, shares } = bench;
  const where = { database, work: options.work, cores: shares.servers[0], probe: bodyOf("Home") };
  const started = {};
  try {
    started.dateline = await startDateline({ ...where, cacheMegabytes: 64 });
    const floor = await startSql(where);
    const bytes = await expectSameAnswers(started.dateline, floor, variables);
    await floor.stop();
    started.static = await startStatic({ ...where, bytes: bytes.Article });
    const plan = await planFor(bench, started);
    const runs = await interleaved({
      plan,
      // Where a reply takes some 60 us, the wake-ups of the machine move a round by a third either way.
      rounds: 2 * options.rounds - 1,
      seconds: options.seconds,
      // What was kept in the round before has grown old by now, and is made anew meanwhile.
      warm: 3,
      connections: options.connections,
      cluster,
      database,
      cores: shares.load,
    });
    return { runs, bytes };
  } finally {
    for (const server of Object.values(started)) await server.stop();
  }
}

async function planFor({ options, variables }, started) {
  const zipf = liveReads(variables, 20_000).filter(([screen]) => screen === "Article");
  const posts = linesFile(
    options.work,
    "cached-post",
    zipf.map(([screen, values]) => bodyOf(screen, values)),
  );
  const one = searchOf("Article", variables.Article[0]);
  const gets = linesFile(options.work, "cached-get", [one]);
  const tag = await tagOf(started.dateline, one);
  const both = (how) => Object.entries(started).map(([name, server]) => ({ name, server, ...how }));
  return [
    { screen: "POST, zipf", systems: both({ lines: posts }) },
    { screen: "GET", systems: both({ lines: gets, asAddress: true }) },
    { screen: "GET, 304", systems: both({ lines: gets, asAddress: true, tag }) },
  ];
}

async function tagOf({ url }, search) {
  const response = await fetch(`${url}?${search}`, {
    headers: { "apollo-require-preflight": "1", accept: "application/json" },
  });
  await response.text();
  const tag = response.headers.get("etag");
  if (response.status !== 200 || tag === null)
    throw new Unsound(`A GET was answered ${response.status} without an ETag.`);
  return tag;
}
