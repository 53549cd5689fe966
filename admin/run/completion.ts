import { commands } from "../commands/index.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";

const writers: Readonly<Record<string, () => string>> = { bash, zsh, fish };

/** The shells we write completions for. */
export const shells: readonly string[] = Object.keys(writers);

/** A script that completes nouns and verbs in a shell. Throws BAD_USAGE for a shell we do not know. */
export function completionFor(shell: string): string {
  const write = writers[shell];
  if (write) return write();
  throw new DatelineError("BAD_USAGE", {
    says: `There is no completion for "${shell}".`,
    fix: `Choose ${shells.join(", ")}.`,
  });
}

const nouns = (): string => commands.map(({ name }) => name).join(" ");

function verbs(): { noun: string; names: string }[] {
  return commands.flatMap((entry) =>
    "verbs" in entry ? [{ noun: entry.name, names: entry.verbs.map(({ name }) => name).join(" ") }] : [],
  );
}

function bash(): string {
  const cases = verbs().map(({ noun, names }) => `    ${noun}) words="${names}" ;;`);
  return `_desk() {
  local words=""
  if [ "$COMP_CWORD" -eq 1 ]; then words="${nouns()}"
  elif [ "$COMP_CWORD" -eq 2 ]; then case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
  [ "\${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -F _desk desk ./desk
`;
}

function zsh(): string {
  const cases = verbs().map(({ noun, names }) => `    ${noun}) compadd ${names} ;;`);
  return `#compdef desk
_desk() {
  if (( CURRENT == 2 )); then compadd ${nouns()}
  elif (( CURRENT == 3 )); then case "$words[2]" in
${cases.join("\n")}
    *) _files ;;
  esac
  else _files; fi
}
compdef _desk desk
`;
}

function fish(): string {
  const top = commands.map(({ name, summary }) => line("__fish_use_subcommand", name, summary));
  const below = commands.flatMap((entry) => {
    if (!("verbs" in entry)) return [];
    const known = entry.verbs.map(({ name }) => name).join(" ");
    const when = `__fish_seen_subcommand_from ${entry.name}; and not __fish_seen_subcommand_from ${known}`;
    return entry.verbs.map(({ name, summary }) => line(when, name, summary));
  });
  return `${[...top, ...below].join("\n")}\n`;
}

const line = (when: string, name: string, summary: string): string =>
  `complete -c desk -n "${when}" -f -a ${name} -d "${summary}"`;
