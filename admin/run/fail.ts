import { catalogue, DatelineError } from "../../src/kernel/errors/index.ts";
import { conflictText, lineOfError, type ErrorFacts } from "../print/index.ts";

/** How an error is told. */
export interface Manner {
  readonly json: boolean;
  readonly debug: boolean;
}

/** Tells an error on stderr, in one line or as one JSON document, and answers with its exit code. */
export async function fail(thrown: unknown, { json, debug }: Manner): Promise<number> {
  const error = await known(thrown);
  const facts = factsOf(error);
  process.stderr.write(`${json ? JSON.stringify(facts) : lineOfError(facts)}\n`);
  if (!json) process.stderr.write(conflictText(facts.details, process.stderr.isTTY ? process.stderr.columns : null));
  if (debug && error instanceof Error) process.stderr.write(`${traces(error).join("\n")}\n`);
  return error instanceof DatelineError ? error.entry.exit : catalogue.INTERNAL.exit;
}

function factsOf(error: unknown): ErrorFacts {
  if (error instanceof DatelineError) {
    return { code: error.code, message: error.message, fix: error.fix, details: error.details };
  }
  const what = error instanceof Error ? error.message : String(error);
  const line = what.trim().split("\n").at(-1) ?? what;
  return { code: "INTERNAL", message: `Something went wrong: ${line}`, fix: "Add --debug to see where.", details: {} };
}

/** Reads are not mapped where they happen, so an unreachable database may still arrive here unnamed. */
async function known(error: unknown): Promise<unknown> {
  if (error instanceof DatelineError || !(error instanceof Error)) return error;
  const { mapDatabaseError } = await import("../../src/database/errors.ts");
  return mapDatabaseError(error);
}

function traces(error: Error): string[] {
  const cause = error.cause instanceof Error ? traces(error.cause) : [];
  return [error.stack ?? error.message, ...cause];
}
