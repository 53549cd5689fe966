import { bulletOf } from "./bullets.ts";
import { endsSentence, onOneLine, runsOf, type Line } from "./lines.ts";
import type { Lined } from "./types.ts";
import { wrapWidth } from "./wrapping.ts";

const alone = ({ text, number }: Line): Lined => ({ text, line: number });

const together = (run: readonly Line[], join: (texts: readonly string[]) => string): Lined => ({
  text: join(run.map(({ text }) => text)),
  line: run[0]?.number ?? 1,
});

/**
 * The paragraphs of the body: what empty lines part. Lines a layout wrapped at a width become one line again; where no
 * empty lines part anything, or every line ends as a sentence does, each line is a paragraph; any other line break
 * inside a paragraph stays. No word and no sign is changed.
 */
export function readBody(lines: readonly Line[]): readonly Lined[] {
  const runs = runsOf(lines);
  const wrapped = wrapWidth(runs) !== null;
  return runs.flatMap((run) => {
    if (wrapped) return entriesOf(run).map((entry) => together(entry, onOneLine));
    const apart = runs.length === 1 || run.every(({ text }) => endsSentence(text));
    return apart ? run.map(alone) : [together(run, (texts) => texts.join("\n"))];
  });
}

// A list inside the body: each entry stands for itself, its own lines together.
function entriesOf(run: readonly Line[]): readonly (readonly Line[])[] {
  const entries: Line[][] = [];
  for (const line of run) {
    const last = entries.at(-1);
    const opens = run[0] !== undefined && bulletOf(run[0]) !== null && bulletOf(line) !== null;
    if (last === undefined || opens) entries.push([line]);
    else last.push(line);
  }
  return entries;
}
