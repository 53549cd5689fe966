import { medians, ratio } from "../measure.mjs";
import { barsOf, costRatio } from "./bars.mjs";
import { short, table, times, whole } from "./table.mjs";

/** Everything that was measured, as Markdown no wider than 100 columns. */
export function markdown(results) {
  const { reads, cached, live, growth } = results;
  return [
    conditions(results),
    barsTable(results),
    ...(reads ? [readsTables(reads)] : []),
    ...(cached ? [cachedTable(cached)] : []),
    ...(live ? [liveTable(live)] : []),
    ...(growth ? [growthTables(growth)] : []),
  ].join("\n\n");
}

function conditions({ machine, shares, postgres, options, versions, at, ceiling }) {
  const settings = Object.entries(postgres.settings).map(([name, value]) => `${name}=${value}`);
  return [
    `Measured ${at} on ${machine.cpu}, ${machine.memoryGib} GiB, ${machine.system}, Node ${machine.node}, PostgreSQL ${postgres.version}.`,
    `Load of the machine at the start (1, 5, 15 minutes): ${machine.load}.`,
    "",
    `- ${shares.said}.`,
    `- ${whole(options.articles)} articles, ${options.connections} connections, ${options.rounds} interleaved rounds of ${options.seconds} s; medians; a ratio is the median of each round's.`,
    `- 10 connections to Postgres for each system; ${settings.slice(0, 4).join(", ")},`,
    `  ${settings.slice(4).join(", ")}.`,
    `- The peers read a flat copy of the corpus (no clock, no revisions, one rail less): their best case.`,
    ...Object.entries(versions).map(([name, list]) => `- ${name}: ${list}.`),
    ...(ceiling ? [`- The load generator's own ceiling on its core: ${whole(ceiling)} requests/s.`] : []),
  ]
    .flatMap(wrapped)
    .join("\n");
}

// Breaks a line at spaces before it gets wider than 100 columns.
function wrapped(line) {
  if (line.length <= 100) return [line];
  const at = line.lastIndexOf(" ", 100);
  return [
    line.slice(0, at),
    ...wrapped(`${line.startsWith("- ") || line.startsWith("  ") ? "  " : ""}${line.slice(at + 1)}`),
  ];
}

function barsTable(results) {
  const rows = barsOf(results).map(({ what, wanted, found, kept, unit = "" }) => [
    what,
    wanted,
    `${short(found)}${unit}`,
    kept ? "kept" : "MISSED",
  ]);
  return `## What was promised\n\n${table(["", "wanted", "found", ""], rows)}`;
}

const heads = ["system", "req/s", "p50 ms", "p99 ms", "Node ms", "PG ms", "asked", "rows", "MiB", "x floor"];

function readsTables({ runs, bytes, statements }) {
  const parts = Object.entries(runs).map(([screen, systems]) => {
    const rows = Object.entries(systems).map(([name, list]) => {
      const found = medians(list);
      const [postgres, asked, read] =
        name === "static" ? ["-", "-", "-"] : [short(found.postgresMs), found.statements.toFixed(1), whole(found.rows)];
      return [
        name,
        whole(found.rps),
        short(found.p50),
        short(found.p99),
        short(found.nodeMs),
        postgres,
        asked,
        read,
        whole(found.memory),
        times(ratio(list, systems.sql, "rps")),
      ];
    });
    const said = `${whole(bytes.dateline[screen])} bytes, ${statements[screen]} statements a request`;
    return `### ${screen} (${said})\n\n${table(heads, rows)}`;
  });
  const note = [
    "Node ms and PG ms are CPU a request; asked and rows: the transactions and the rows and index entries read that",
    "Postgres counted a request. Dateline asks by one statement for what many want at once; no cache answers here, so",
    "the rows are as many as ever. The floor's answers were compared with Dateline's, and are all the same.",
  ].join("\n");
  return `## Uncached reads\n\n${note}\n\n${parts.join("\n\n")}`;
}

function cachedTable({ runs }) {
  const rows = Object.entries(runs).flatMap(([screen, systems]) =>
    Object.entries(systems).map(([name, list]) => {
      const found = medians(list);
      return [
        screen,
        name,
        whole(found.rps),
        short(found.p50),
        short(found.p99),
        short(found.nodeMs),
        whole(found.memory),
        times(ratio(list, systems.static, "rps")),
      ];
    }),
  );
  const rounds = Object.values(runs)[0].static.length;
  return `## Cached reads\n\nMedians of ${rounds} rounds.\n\n${table(["request", "system", "req/s", "p50 ms", "p99 ms", "Node ms", "MiB", "x static"], rows)}`;
}

function liveTable({ runs, published, perSecond, polls, stale, lost, seenP50, seenP99 }) {
  const rows = Object.entries(runs).map(([name, list]) => {
    const found = medians(list);
    return [
      name,
      whole(found.rps),
      short(found.p50),
      short(found.p99),
      short(found.nodeMs),
      whole(found.memory),
      times(ratio(list, runs.static, "rps")),
    ];
  });
  const said = `${published} publications (${short(perSecond)} a second), each looked for on both servers: ${polls} answers, ${stale} stale after 100 ms, ${lost} never seen; seen after ${short(seenP50)} ms (median), ${short(seenP99)} ms (99 %).`;
  return `## Live mix: two servers, zipf reads, publications\n\n${wrapped(said).join("\n")}\n\n${table(["system", "req/s", "p50 ms", "p99 ms", "Node ms", "MiB", "x static"], rows)}`;
}

function growthTables({ corpus, depth, connections, servers }) {
  const costs = (systems, least) =>
    Object.entries(systems).map(([name, list]) => {
      const found = medians(list);
      return [
        whole(Number(name)),
        short(found.postgresMs),
        short(found.nodeMs),
        short(found.p50),
        times(costRatio(list, systems[least])),
      ];
    });
  const least = Object.keys(corpus.runs.Article)[0];
  const cost = ["PG ms", "Node ms", "p50 ms", "cost"];
  const topics = Object.entries(corpus.topic).flatMap(([count, lists]) =>
    Object.entries(lists).map(([name, { elapsedMs, postgresMs }]) => [
      whole(Number(count)),
      name,
      short(postgresMs),
      short(elapsedMs),
      times(postgresMs / corpus.topic[least][name].postgresMs),
    ]),
  );
  const held = Object.entries(connections).map(([count, { rps, p50, p99 }]) => [
    count,
    whole(rps),
    short(p50),
    short(p99),
  ]);
  const many = Object.entries(servers).map(([count, { rps, p99 }]) => [count, whole(rps), short(p99)]);
  return [
    "## How cost grows",
    "One connection, no cache. Cost is the larger ratio of Postgres CPU and of median latency.",
    ...Object.entries(corpus.runs).map(
      ([screen, systems]) => `### ${screen}, by articles\n\n${table(["articles", ...cost], costs(systems, least))}`,
    ),
    `### List of a topic, by articles\n\nThe statement itself: the schema has no field for it yet.\n\n${table(["articles", "topic", "PG ms", "elapsed ms", "cost"], topics)}`,
    `### By depth of the page\n\n${table(["page", ...cost], costs(depth.Page, "1"))}`,
    `### By connections (Article)\n\n${table(["connections", "req/s", "p50 ms", "p99 ms"], held)}`,
    `### By servers (Article)\n\n${table(["servers", "req/s", "p99 ms"], many)}`,
  ].join("\n\n");
}
