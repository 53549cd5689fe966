import { medians, ratio } from "../measure.mjs";

const atLeast = (what, wanted, found) => ({ what, wanted: `>= ${wanted}`, found, kept: found >= wanted });
const atMost = (what, wanted, found, unit = "") => ({
  what,
  wanted: `<= ${wanted}${unit}`,
  found,
  unit,
  kept: found <= wanted,
});

/** What Dateline has set itself, and what was found; only of the parts that were measured. */
export function barsOf({ reads, cached, live, growth }) {
  return [
    ...(reads ? readBars(reads) : []),
    ...(cached ? cachedBars(cached) : []),
    ...(live ? liveBars(live) : []),
    ...(growth ? growthBars(growth) : []),
  ].filter(({ found }) => Number.isFinite(found));
}

const fronts = ["Article", "Section", "Home"];
const peerBars = {
  postgraphile: { Article: 2, Section: 1.4, Home: 1.1 },
  textbook: { Article: 5, Section: 4, Home: 4 },
};

function readBars({ runs, statements }) {
  const to = (screen, other, name) => ratio(runs[screen].dateline, runs[screen][other] ?? [], name);
  const most = Math.max(...Object.values(runs).map(({ dateline }) => medians(dateline).memory));
  const peers = Object.entries(peerBars).filter(([name]) => runs.Article[name] !== undefined);
  return [
    ...fronts.map((screen) => atLeast(`${screen}: requests/s to the SQL floor's`, 0.85, to(screen, "sql", "rps"))),
    ...peers.flatMap(([name, wanted]) =>
      fronts.map((screen) => atLeast(`${screen}: requests/s to ${name}'s`, wanted[screen], to(screen, name, "rps"))),
    ),
    ...fronts.map((screen) => atMost(`${screen}: Node CPU a request to the floor's`, 2, to(screen, "sql", "nodeMs"))),
    ...fronts.map((screen) =>
      atMost(`${screen}: Postgres CPU a request to the floor's`, 1.2, to(screen, "sql", "postgresMs")),
    ),
    atMost("Statements a root field", 1, Math.max(...Object.values(statements))),
    atMost("Memory of a server under load", 250, most, " MiB"),
  ];
}

const cachedBars = ({ runs }) => {
  const toStatic = (request) => ratio(runs[request].dateline, runs[request].static, "rps");
  return [
    atLeast("Cached answer by GET: requests/s to static bytes", 0.7, toStatic("GET")),
    atLeast("Cached answers by POST, zipf: requests/s to static bytes", 0.7, toStatic("POST, zipf")),
    atLeast("Cached 304: requests/s to static bytes", 0.85, toStatic("GET, 304")),
  ];
};

const liveBars = ({ runs, stale, lost }) => [
  atLeast("Live mix, two servers: requests/s to static bytes", 0.5, ratio(runs.dateline, runs.static, "rps")),
  atMost("Live mix: stale answers seen after 100 ms", 0, stale + lost),
];

/** What is called cost: the larger of what Postgres and what the whole answer takes more. */
export const costRatio = (runs, others) => Math.max(ratio(runs, others, "postgresMs"), ratio(runs, others, "p50"));

function growthBars({ corpus: { runs, topic }, depth }) {
  const sizes = Object.keys(runs.Article);
  const [least, most] = [sizes[0], sizes.at(-1)];
  const pages = Object.keys(depth.Page);
  const deepest = pages.at(-1);
  const sized = `${Number(most).toLocaleString("en")} articles to ${Number(least).toLocaleString("en")}`;
  const large = topic[most].large.postgresMs / topic[least].large.postgresMs;
  const bars =
    sizes.length < 2
      ? []
      : [
          atMost(`Article, ${sized}: cost`, 1.3, costRatio(runs.Article[most], runs.Article[least])),
          atMost(`Topic list, ${sized}: Postgres CPU`, 1.3, large),
        ];
  return pages.length < 2
    ? bars
    : [
        ...bars,
        atMost(
          `Page ${Number(deepest).toLocaleString("en")} to page 1: cost`,
          1.2,
          costRatio(depth.Page[deepest], depth.Page[1]),
        ),
      ];
}
