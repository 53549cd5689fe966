import { parseArgs } from "node:util";
import { Failure } from "../scripts/lib/failure.mjs";
import { screens } from "./load/operations.mjs";
import { defaultWorkFolder } from "./paths.mjs";

export const usage = `npm run bench -- [options]

  --quick        three to four minutes: a corpus of 5,000 articles, three screens, one short round
  --large        also a corpus of 500,000 articles (some 20 GB of disk and half an hour to load, once)
  --json FILE    writes all figures to FILE
  --save         writes docs/bench.md and docs/bench.svg
  --fresh        builds the corpora anew
  --only PARTS   some of: reads, cached, live, growth (comma between them)
  --rounds N     interleaved rounds (5)
  --seconds N    length of one timed run (6)
  --corpora LIST how many articles each corpus of the growth has (5000,50000)
  --peers NAMES  some of: postgraphile, textbook; "none" for none
  --work DIR     where database, corpus and peers are kept (${defaultWorkFolder})`;

const spelled = {
  quick: { type: "boolean", default: false },
  large: { type: "boolean", default: false },
  fresh: { type: "boolean", default: false },
  save: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
  json: { type: "string" },
  only: { type: "string", default: "reads,cached,live,growth" },
  rounds: { type: "string" },
  seconds: { type: "string" },
  corpora: { type: "string" },
  peers: { type: "string", default: "postgraphile,textbook" },
  work: { type: "string", default: process.env.DATELINE_BENCH ?? defaultWorkFolder },
};

/** What was asked for on the command line. Throws a Failure that says how to ask. */
export function readOptions(args) {
  const { values } = parsed(args);
  const { quick, rounds = quick ? "1" : "5", seconds = quick ? "1" : "6" } = values;
  return {
    ...values,
    rounds: positive("rounds", rounds),
    seconds: positive("seconds", seconds),
    parts: new Set(values.only.split(",")),
    peers: values.peers === "none" ? [] : values.peers.split(","),
    screens: quick ? screens.slice(0, 3) : screens,
    warm: quick ? 2 : 12,
    articles: quick ? 5_000 : 50_000,
    corpora: corporaOf(values),
    connections: 16,
  };
}

const corporaOf = ({ corpora, large }) =>
  corpora === undefined
    ? [5_000, 50_000, ...(large ? [500_000] : [])]
    : corpora.split(",").map((size) => positive("corpora", size));

function parsed(args) {
  try {
    return parseArgs({ args, options: spelled });
  } catch (error) {
    throw new Failure(`${error.message}\n\n${usage}`);
  }
}

function positive(name, text) {
  const value = Number(text);
  if (value > 0) return value;
  throw new Failure(`--${name} must be a number above 0.`);
}
