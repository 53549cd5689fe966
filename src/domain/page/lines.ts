import { cleanText } from "../text/index.ts";

/** A line that says something. */
export interface Line {
  /** From 1, as editors count. */
  readonly number: number;
  /** Columns of white space before the text; a tab leads to the next multiple of eight. */
  readonly indent: number;
  /** The text without white space around it, clean (see `cleanText`). */
  readonly text: string;
  /** The same, character for character as in the file. */
  readonly raw: string;
  /** Whether it is the first line or an empty one stands before it. */
  readonly afterGap: boolean;
}

const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/u;
const blank = /[\s\p{Cc}\u200B\u2060]/u;
const leading = /^[\s\p{Cc}\u200B\u2060]*/u;
const rule = /^(?:[-=_*~#•·—–]\s*){3,}$/u;
const tabStop = 8;

/** The lines that say something, in order; blank ones and ruled ones only part them. */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let afterGap = true;
  for (const [index, whole] of text
    .replace(/^\uFEFF/u, "")
    .split(lineEnd)
    .entries()) {
    const raw = trimmed(whole);
    const says = raw !== "" && !rule.test(raw);
    if (says) lines.push({ number: index + 1, indent: indentOf(whole), text: cleanText(raw), raw, afterGap });
    afterGap = !says;
  }
  return lines;
}

// Not by an expression anchored at the end: a long run of spaces inside a line would make that one slow.
function trimmed(whole: string): string {
  let [start, end] = [0, whole.length];
  while (start < end && blank.test(whole.charAt(start))) start += 1;
  while (end > start && blank.test(whole.charAt(end - 1))) end -= 1;
  return whole.slice(start, end);
}

function indentOf(whole: string): number {
  let column = 0;
  for (const sign of leading.exec(whole)?.[0] ?? "") {
    if (sign === "\t") column += tabStop - (column % tabStop);
    else if (/\p{Zs}/u.test(sign)) column += 1;
  }
  return column;
}

/** Lines that stand together, with no empty line between them. */
export function runsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last === undefined || line.afterGap) runs.push([line]);
    else last.push(line);
  }
  return runs;
}

const sentenceEnd = /(?:[.!?…][\p{Pf}\p{Pe}"'*]*|[。！？][\p{Pf}\p{Pe}]*)$/u;

/** Whether a text ends the way sentences do. */
export const endsSentence = (text: string): boolean => sentenceEnd.test(text);

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、」』）]/u;

/** Lines broken only by the layout, as one line; scripts written without spaces are joined without one. */
export function onOneLine(texts: readonly string[]): string {
  const pieces = texts.map((text, index) => {
    const tight = unspaced.test(texts[index - 1]?.at(-1) ?? "") && unspaced.test(text.charAt(0));
    return index === 0 || tight ? text : ` ${text}`;
  });
  return pieces.join("");
}
