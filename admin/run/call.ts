import type { Command } from "commander";
import type { Newsroom } from "./newsroom.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";

/** What somebody typed, read: the words after the verb and the options by name. */
export interface Call {
  /** The words after the verb. */
  readonly words: readonly string[];
  /** The word at a place, from 0; BAD_USAGE when there is none. */
  readonly word: (index: number) => string;
  readonly text: (option: string) => string | undefined;
  readonly texts: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
  /** A whole number; BAD_USAGE for anything else. */
  readonly whole: (option: string) => number | undefined;
  /** A newsroom that is open already and stays so, where one process makes many calls. */
  readonly newsroom?: Newsroom;
}

/** Reads a parsed command, the options of its parents included. */
export function callOf(command: Command): Call {
  const options = command.optsWithGlobals<Record<string, unknown>>();
  const text = (name: string): string | undefined => {
    const value = options[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    words: command.args,
    word: (index) => command.args[index] ?? missing(command),
    text,
    texts: (name) => (Array.isArray(options[name]) ? options[name].map(String) : []),
    flag: (name) => options[name] === true,
    whole: (name) => wholeNumber(name, text(name)),
  };
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new DatelineError("BAD_USAGE", {
    says: `--${flag} takes a whole number, not "${text}".`,
    fix: `Write it in digits, such as --${flag} 3.`,
  });
}

function missing(command: Command): never {
  throw new DatelineError("BAD_USAGE", { says: `A word is missing after "${command.name()}".` });
}
