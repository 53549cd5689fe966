import { expectSameAnswers, expectSameArticles } from "./checks/answers.mjs";
import { statementsOf } from "./checks/statements.mjs";
import { linesFile } from "./load/lines.mjs";
import { bodyOf } from "./load/operations.mjs";
import { bodyFor, hasScreen } from "./load/peer-operations.mjs";
import { interleaved } from "./rounds.mjs";
import { startDateline, startSql, startStatic } from "./systems/index.mjs";
import { startPeer } from "./systems/peers.mjs";
import { Unsound } from "./tell.mjs";

/**
 * Uncached reads: every screen, Dateline beside the floors and the peers. Answers with the runs, the sizes of answers
 * and the statements a request.
 */
export async function measureReads(bench) {
  const { options, cluster, database, variables, shares } = bench;
  const where = { database, work: options.work, cores: shares.servers[0], probe: bodyOf("Home") };
  const started = {};
  try {
    started.sql = await startSql(where);
    started.dateline = await startDateline({ ...where, cacheMegabytes: 0 });
    const bytes = { dateline: await expectSameAnswers(started.dateline, started.sql, variables) };
    for (const name of options.peers) {
      started[name] = await startPeer({ ...where, name, probe: bodyFor(name, "Home", {}) });
      bytes[name] = await expectSameArticles(name, started[name], started.dateline, variables);
    }
    started.static = await startStatic({ ...where, bytes: bytes.dateline.Article });
    const plan = options.screens.map((screen) => ({ screen, systems: systemsFor(bench, started, screen) }));
    const runs = await interleaved({
      plan,
      rounds: options.rounds,
      seconds: options.seconds,
      first: options.warm,
      look: true,
      connections: options.connections,
      cluster,
      database,
      cores: shares.load,
    });
    if (options.rounds * options.seconds >= secondsToTell) expectAllRead(runs);
    return { runs, bytes, statements: await countedStatements({ ...where, variables }) };
  } finally {
    for (const server of Object.values(started)) await server.stop();
  }
}

/** Below this share of the floor's rows something must have been answered without being read. */
const leastRows = 0.5;
/** Postgres adds rows up as much as a second late: of shorter runs they tell nothing. */
const secondsToTell = 5;

// What many ask at once Dateline asks by one statement, so statements a request tell nothing under load; rows do.
function expectAllRead(runs) {
  for (const [screen, { sql, dateline }] of Object.entries(runs)) {
    const share = rowsOf(dateline) / rowsOf(sql);
    if (share < leastRows)
      throw new Unsound(`${screen}: ${share.toFixed(2)} of the rows the floor reads: that is a cache.`);
  }
}

// Over all rounds together: what one is told too late the next one has.
const rowsOf = (runs) => sum(runs.map(({ rows, rps }) => rows * rps)) / sum(runs.map(({ rps }) => rps));
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

async function countedStatements(how) {
  const statements = await statementsOf(how);
  const answered = Object.entries(statements).filter(([, count]) => count < 1);
  if (answered.length > 0)
    throw new Unsound(`Something answers ${answered[0][0]} without asking Postgres: that is a cache.`);
  return statements;
}

// The static floor sends bytes, not screens: one screen's worth of it is enough.
function systemsFor({ options, variables }, started, screen) {
  const named = Object.entries(started).filter(
    ([name]) => hasScreen(name, screen) && (name !== "static" || screen === "Article"),
  );
  return named.map(([name, server]) => {
    const bodies = variables[screen].map((values) => bodyFor(name, screen, values));
    return { name, server, lines: linesFile(options.work, `${name}-${screen}`, bodies) };
  });
}
