import { pino } from "pino";

/** The levels of the log, from the most to the least talkative. */
export const logLevels = ["trace", "debug", "info", "warn", "error", "silent"] as const;

/** How much the log says. */
export type LogLevel = (typeof logLevels)[number];

type Say = (facts: object, message: string) => void;

/** What the house writes its log with: facts first, then one sentence. Never a secret, never a reader's data. */
export interface Log {
  readonly debug: Say;
  readonly info: Say;
  readonly warn: Say;
  readonly error: Say;
}

/** A log to stderr: one readable line each on a terminal, one JSON document a line anywhere else. */
export function createLog(level: LogLevel): Log {
  return pino({ level, base: null }, process.stderr.isTTY ? { write: writeForPerson } : pino.destination(2));
}

/** A log that says nothing, for tests and for commands that speak for themselves. */
export const silentLog: Log = pino({ level: "silent" });

function writeForPerson(line: string): void {
  const { level, time, msg, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const clock = new Date(Number(time)).toISOString().slice(11, 19);
  const rest = Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : "";
  process.stderr.write(`${clock} ${pino.levels.labels[Number(level)] ?? "log"}: ${String(msg)}${rest}\n`);
}
