import { createInterface } from "node:readline/promises";
import { DatelineError, type ErrorDetails } from "../../src/kernel/errors/index.ts";
import type { Call } from "./call.ts";

/**
 * Makes sure that a destructive act is meant: `--yes` or a rehearsal is enough, otherwise the person types the name.
 * Throws BAD_USAGE (with the details given) where nobody can be asked, and when something else is typed.
 */
export async function confirm(call: Call, act: string, name: string, details: ErrorDetails = {}): Promise<void> {
  if (call.flag("yes") || call.flag("dryRun")) return;
  if (!process.stdin.isTTY || !call.flag("input")) {
    throw new DatelineError("BAD_USAGE", {
      says: `${act} "${name}" wants a confirmation.`,
      fix: "Add --yes.",
      details,
    });
  }
  const typed = await ask(`${act} "${name}"? Type ${name} to go on: `);
  if (typed.trim() === name) return;
  throw new DatelineError("BAD_USAGE", {
    says: "That is another name; nothing was done.",
    fix: "Try again, or add --yes.",
  });
}

async function ask(question: string): Promise<string> {
  const line = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C reaches the line reader first; it ends the command as everywhere.
  line.once("SIGINT", () => process.emit("SIGINT"));
  try {
    return await line.question(question);
  } catch (error) {
    // The end of the input (Ctrl-D) is no answer.
    if (error instanceof Error && error.name === "AbortError") return "";
    throw error;
  } finally {
    line.close();
  }
}
