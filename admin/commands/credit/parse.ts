import { parseCredit } from "../../../src/domain/credit/index.ts";
import { listOf, type View } from "../../print/index.ts";
import { textFrom } from "../../read/input.ts";
import type { Verb } from "../../run/verb.ts";
import { creditText } from "../../views/credit.ts";

interface ReadLine {
  readonly line: string;
  readonly parts: readonly { readonly role: string; readonly name: string }[];
}

const view: View<ReadLine> = [
  { name: "line", of: ({ line }) => line, cut: "last" },
  { name: "parts", of: ({ parts }) => parts, show: ({ parts }) => creditText(parts), cut: "last" },
];

/** `desk credit parse LINE…` or `-`; needs no database. */
export const verb: Verb = {
  words: [["<lines...>", "credit lines, each in quotes; - reads them from stdin, one a line"]],
  examples: ["desk credit parse 'Ada Lens / POOL / AFP'", "desk credit parse - --json < lines.txt"],
  run: async ({ words }) => {
    const lines = words.length === 1 && words[0] === "-" ? linesIn(await textFrom("-")) : words;
    return listOf(view, lines.map(read));
  },
};

function read(line: string): ReadLine {
  return { line, parts: parseCredit(line).parts.map(({ role, name }) => ({ role, name })) };
}

/** Empty lines count; the line break that ends the last line begins no other. */
function linesIn(text: string): string[] {
  if (text === "") return [];
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.replace(/\r$/, ""));
}
