import { Command, Option } from "commander";
import { formats } from "../print/format.ts";
import type { NounEntry, Verb, VerbEntry, VerbOption } from "./verb.ts";

/** Runs a verb once commander has understood its words. */
export type Runner = (verb: Verb, command: Command) => Promise<void>;

const introduction = "The desk of Dateline: create, link and publish articles from the command line.";
const opening = examplesText([
  "desk article list --state scheduled",
  "desk import text page.txt --dry-run",
  "desk article create --headline 'Harbour bridge reopens' --section local",
]);

/** Builds the command tree from the table; a verb's file is read only when that verb is called. */
export function buildProgram(entries: readonly (NounEntry | VerbEntry)[], version: string, run: Runner): Command {
  const program = new Command("desk")
    .description(introduction)
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, outputError: () => undefined })
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false });
  for (const option of everywhere) program.addOption(optionOf(option));
  program.addOption(new Option("--no-input", "never ask; fail instead, naming the option that answers"));
  program.addOption(new Option("--no-color", "plain text, also on a terminal"));
  program.addHelpText("after", opening);
  addEntries(program, entries, run);
  return program;
}

const everywhere: readonly VerbOption[] = [
  { flags: "--format <format>", help: "how to print", choices: formats },
  { flags: "--json", help: "short for --format json" },
  { flags: "--fields <names>", help: "only these fields, in this order, separated by commas" },
  { flags: "--as <email>", help: "act as this user (or set DESK_USER)" },
  { flags: "--yes", help: "do not ask whether we are sure" },
  { flags: "--debug", help: "show where an error came from" },
];

function addEntries(parent: Command, entries: readonly (NounEntry | VerbEntry)[], run: Runner): void {
  const leaves = new Map<Command, VerbEntry>();
  for (const entry of entries) {
    const command = parent.command(entry.name).summary(summaryOf(entry)).description(sentence(entry.summary));
    if ("verbs" in entry) {
      addEntries(command, entry.verbs, run);
      command.addHelpText("after", `\nMore: desk ${entry.name} <verb> --help`);
    } else leaves.set(command, entry);
  }
  parent.hook("preSubcommand", async (_parent, command) => {
    const entry = leaves.get(command);
    if (entry) equip(command, (await entry.load()).verb, run);
  });
}

const summaryOf = (entry: NounEntry | VerbEntry): string =>
  "verbs" in entry ? `${entry.summary}: ${entry.verbs.map(({ name }) => name).join(", ")}` : entry.summary;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function equip(command: Command, verb: Verb, run: Runner): void {
  for (const [usage, help] of verb.words ?? []) command.argument(usage, help);
  for (const option of [...(verb.options ?? []), ...writingOptions(verb)]) command.addOption(optionOf(option));
  command.addHelpText("after", examplesText(verb.examples));
  command.action(() => run(verb, command));
}

function writingOptions(verb: Verb): readonly VerbOption[] {
  return [
    ...(verb.versioned ? [{ flags: "--if-version <n>", help: "only if it still has this version" }] : []),
    ...(verb.merges ? [{ flags: "--merge", help: "with an older --if-version: join it with what came since" }] : []),
    ...(verb.writes ? [{ flags: "--dry-run", help: "show what would change, change nothing" }] : []),
  ];
}

function optionOf({ flags, help, required, many, choices }: VerbOption): Option {
  const option = new Option(flags, help).makeOptionMandatory(required === true);
  if (choices) option.choices(choices);
  if (many) option.argParser((value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value]);
  return option;
}

function examplesText(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((example) => `  ${example}`).join("\n")}`;
}
