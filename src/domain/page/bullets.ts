import type { Line } from "./lines.ts";

/** A line that opens an entry of a list. */
export interface Bullet {
  /** Entries of one list share it: the sign, or "number". */
  readonly style: string;
  /** What stands after the sign; empty when the sign stands alone on its line. */
  readonly text: string;
  /** The column where that text begins. */
  readonly textIndent: number;
}

/**
 * Signs no text begins with: points, boxes, arrows, stars, ticks, and U+F0B7, a word processor's own. No space need
 * follow.
 */
const plainSign = /^[•‣⁃∙·・❖\u2190-\u21FF\u25A0-\u27BF\u2B00-\u2BFF\uF0B7]\uFE0F?\s*/u;
/** Signs that texts may begin with too: one, then a space or a word, and not again at the end as around *bold* words. */
const sharedSign = /^(?<sign>[*+>»›–—−‐-])(?:\s+|$|(?=[\p{L}\p{Pi}"'])(?!.*\k<sign>$))/u;
/** A typewriter's round bullet, before a capital only: in some languages "o" is a word. */
const roundSign = /^o\s+(?=[\p{Lu}\p{N}\p{Pi}"'])/u;
const numberSign = /^(?:\(?\d{1,3}[.)]|\(?(?:\p{L}|[ivx]{2,5})\)|#\d{1,3}[.):]?)(?:\s+|$)/u;

const signs: readonly (readonly [RegExp, string | null])[] = [
  [plainSign, "•"],
  [sharedSign, null],
  [roundSign, null],
  [numberSign, "number"],
];

/** The bullet or number a line begins with, or null. */
export function bulletOf({ text, indent }: Pick<Line, "text" | "indent">): Bullet | null {
  for (const [sign, style] of signs) {
    const [matched] = sign.exec(text) ?? [];
    if (matched === undefined) continue;
    return { style: style ?? matched.trim(), text: text.slice(matched.length), textIndent: indent + matched.length };
  }
  return null;
}
