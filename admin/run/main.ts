import type { Command } from "commander";
import { commands } from "../commands/index.ts";
import { callOf } from "./call.ts";
import type { Manner } from "./fail.ts";
import { buildProgram } from "./program.ts";
import { asUsageError, wantsHelp, wasShown, type Understood } from "./usage.ts";
import type { Verb, VerbEntry } from "./verb.ts";
import { version } from "./version.ts";

/** Completion knows the whole table, so it cannot stand in it. */
const completion: VerbEntry = {
  name: "completion",
  summary: "completion for bash, zsh or fish",
  load: async () => ({ verb: (await import("./completion.ts")).completionVerb(entries) }),
};
const entries = [...commands, completion];

/** Runs one command line of the desk on the streams of this process and answers with its exit code. Never throws. */
export async function main(argv: readonly string[]): Promise<number> {
  const state = { exit: 0 };
  const program = buildProgram(entries, version, async (verb, command) => {
    state.exit = await perform(verb, command);
  });
  try {
    await program.parseAsync(helpFirst(argv), { from: "user" });
    return state.exit;
  } catch (error) {
    if (wasShown(error)) return 0;
    const understood = understoodOf(program, argv);
    if (wantsHelp(error) && understood.command === "desk") return help(program);
    const { fail } = await import("./fail.ts");
    return fail(asUsageError(error, understood), mannerOf(argv));
  }
}

function help(program: Command): number {
  program.outputHelp();
  return 0;
}

async function perform(verb: Verb, command: Command): Promise<number> {
  const { printAnswer } = await import("../print/index.ts");
  const call = callOf(command);
  const answer = await verb.run(call);
  await printAnswer(answer, call);
  return answer.exit ?? 0;
}

/** `desk help article list` and `desk article help list` mean what they seem to. */
function helpFirst(argv: readonly string[]): string[] {
  const place = argv.indexOf("help");
  if (place < 0 || place > 1) return [...argv];
  return [...argv.filter((_, index) => index !== place), "--help"];
}

function mannerOf(argv: readonly string[]): Manner {
  const end = argv.indexOf("--");
  const own = end < 0 ? argv : argv.slice(0, end);
  const json = own.includes("--json") || /--format[= ]json/.test(own.join(" "));
  return { json, debug: own.includes("--debug") };
}

function understoodOf(program: Command, argv: readonly string[]): Understood {
  let command = program;
  const names = ["desk"];
  for (const word of argv.filter((each) => !each.startsWith("-"))) {
    const next = command.commands.find((each) => each.name() === word);
    if (!next) break;
    command = next;
    names.push(word);
  }
  return { command: names.join(" "), verbs: command.commands.map((each) => each.name()) };
}
