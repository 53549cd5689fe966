import { endsSentence, type Line } from "./lines.ts";

/** Columns between which a layout wraps; narrower lines are verse or entries, wider ones whole paragraphs. */
const narrowest = 40;
const widest = 120;

const end = (line: Line): number => line.indent + line.text.length;
const firstWord = (line: Line): string => /^\S+/u.exec(line.text)?.[0] ?? "";

/** The column no line goes beyond. */
export const widthOf = (lines: readonly Line[]): number => Math.max(0, ...lines.map(end));

/** Whether a line ended because the next word did not fit in the width; only between 40 and 120 columns. */
export const brokeForWidth = (line: Line, next: Line, width: number): boolean =>
  width >= narrowest && width <= widest && end(line) + 1 + firstWord(next).length > width;

const breaksIn = (runs: readonly (readonly Line[])[]): readonly (readonly [Line, Line])[] =>
  runs.flatMap((run) => run.slice(1).map((next, index) => [run[index] ?? next, next] as const));

/**
 * The width a text was wrapped at, or null when its lines were not broken by a layout: every line inside a paragraph
 * must have ended where the next word did not fit, and at least one of them in the middle of a sentence.
 */
export function wrapWidth(runs: readonly (readonly Line[])[]): number | null {
  const breaks = breaksIn(runs);
  const width = widthOf(runs.flat());
  const wrapped =
    breaks.every(([line, next]) => brokeForWidth(line, next, width)) &&
    breaks.some(([line]) => !endsSentence(line.text));
  return wrapped ? width : null;
}
