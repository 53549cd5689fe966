import { DatelineError } from "../../src/kernel/errors/index.ts";
import { textOf } from "../print/index.ts";
import type { NounEntry, Verb, VerbEntry } from "./verb.ts";

type Entries = readonly (NounEntry | VerbEntry)[];

const writers: Readonly<Record<string, (entries: Entries) => string>> = { bash, zsh, fish };
const shells = Object.keys(writers).join(", ");

/** `desk completion bash|zsh|fish`: a script that completes the nouns and verbs of a table. */
export const completionVerb = (entries: Entries): Verb => ({
  words: [["<shell>", `one of ${shells}`]],
  examples: ["source <(desk completion bash)", "desk completion fish > ~/.config/fish/completions/desk.fish"],
  run: async (call) => textOf(scriptFor(call.word(0), entries)),
});

function scriptFor(shell: string, entries: Entries): string {
  const write = writers[shell];
  if (write) return write(entries);
  throw new DatelineError("BAD_USAGE", { says: `There is no completion for "${shell}".`, fix: `Choose ${shells}.` });
}

const nouns = (entries: Entries): string => entries.map(({ name }) => name).join(" ");

function verbs(entries: Entries): { noun: string; names: string }[] {
  return entries.flatMap((entry) =>
    "verbs" in entry ? [{ noun: entry.name, names: entry.verbs.map(({ name }) => name).join(" ") }] : [],
  );
}

function bash(entries: Entries): string {
  const cases = verbs(entries).map(({ noun, names }) => `    ${noun}) words="${names}" ;;`);
  return `_desk() {
  local words=""
  if [ "$COMP_CWORD" -eq 1 ]; then words="${nouns(entries)}"
  elif [ "$COMP_CWORD" -eq 2 ]; then case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
  [ "\${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -F _desk desk ./desk
`;
}

function zsh(entries: Entries): string {
  const cases = verbs(entries).map(({ noun, names }) => `    ${noun}) compadd ${names} ;;`);
  return `#compdef desk
_desk() {
  if (( CURRENT == 2 )); then compadd ${nouns(entries)}
  elif (( CURRENT == 3 )); then case "$words[2]" in
${cases.join("\n")}
    *) _files ;;
  esac
  else _files; fi
}
compdef _desk desk
`;
}

function fish(entries: Entries): string {
  const top = entries.map(({ name, summary }) => line("__fish_use_subcommand", name, summary));
  const below = entries.flatMap((entry) => {
    if (!("verbs" in entry)) return [];
    const known = entry.verbs.map(({ name }) => name).join(" ");
    const when = `__fish_seen_subcommand_from ${entry.name}; and not __fish_seen_subcommand_from ${known}`;
    return entry.verbs.map(({ name, summary }) => line(when, name, summary));
  });
  return `${[...top, ...below].join("\n")}\n`;
}

const line = (when: string, name: string, summary: string): string =>
  `complete -c desk -n "${when}" -f -a ${name} -d "${summary}"`;
