import { CommanderError } from "commander";
import { DatelineError } from "../../src/kernel/errors/index.ts";

const shown = new Set(["commander.helpDisplayed", "commander.version"]);

/** What commander throws when words are missing that would name a command. */
export const wantsHelp = (error: unknown): boolean =>
  error instanceof CommanderError && error.code === "commander.help";

/** What commander throws when it has shown help or the version, which is no error at all. */
export const wasShown = (error: unknown): boolean => error instanceof CommanderError && shown.has(error.code);

/** A command line as far as it was understood. */
export interface Understood {
  /** Its words, e.g. "desk article". */
  readonly command: string;
  /** What may follow them. */
  readonly verbs: readonly string[];
}

/** Turns what commander does not understand into BAD_USAGE, in our words; anything else comes back as it was. */
export function asUsageError(error: unknown, { command, verbs }: Understood): unknown {
  if (!(error instanceof CommanderError)) return error;
  const [what = "", hint] = error.message.replace(/^error: /, "").split("\n");
  const says = wantsHelp(error) ? `"${command}" wants a verb: ${verbs.join(", ")}.` : sentence(what);
  const fix = [hint?.replace(/^\((.*)\)$/, "$1"), `See ${command} --help.`].filter(Boolean).join(" ");
  return new DatelineError("BAD_USAGE", { says, fix });
}

function sentence(text: string): string {
  const full = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(full) ? full : `${full}.`;
}
