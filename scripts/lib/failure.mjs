/** A failure a person can act on: one line saying what, why and what to do, and what a program said about it. */
export class Failure extends Error {
  constructor(line, output = "") {
    super(line);
    this.output = output;
  }
}

/** Runs a script to its end; every failure becomes one clear line and exit code 1. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    if (error instanceof Failure && error.output) process.stderr.write(`${error.output.trimEnd()}\n`);
    process.stderr.write(`error: ${lineOf(error)}\n`);
    process.exit(typeof error?.entry?.exit === "number" ? error.entry.exit : 1);
  }
}

function lineOf(error) {
  const says = error instanceof Error ? error.message : String(error);
  return typeof error?.fix === "string" ? `${says} ${error.fix}` : says;
}
