// No-break, thin, ideographic and control white space, and invisible marks that only steer direction or breaking.
const blank = /[\s\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

const ascii: Readonly<Record<string, string>> = {
  "／": "/",
  "∕": "/",
  "⁄": "/",
  "：": ":",
  "｜": "|",
  "│": "|",
  "；": ";",
  "＝": "=",
  "（": "(",
  "）": ")",
  "［": "[",
  "］": "]",
  "＠": "@",
  "\u2010": "-",
  "\u2011": "-",
  "\u2212": "-",
};
const wide = new RegExp(`[${Object.keys(ascii).join("").replace("]", "\\]")}]`, "g");

/** A copy of equal length in which every blank is a space and full-width punctuation is ASCII, so offsets fit the raw line. */
export function viewOf(raw: string): string {
  return raw.replace(blank, " ").replace(wide, (sign) => ascii[sign] ?? sign);
}

const plain = /^[\u0020-\u007e]*$/;

/**
 * The key two spellings share: NFKC, lower case, one kind of dash, single spaces and none about a slash. For look-ups,
 * never for storing.
 */
export function foldKey(text: string): string {
  const folded = plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[\u2010-\u2015\u2212]/g, "-")
        .replace(blank, " ");
  return folded
    .replace(/ {2,}/g, " ")
    .replace(/ ?\/ ?/g, "/")
    .trim();
}

/** As `foldKey`, and without accents: for words typed by hand in any language. */
export function foldLoosely(text: string): string {
  return foldKey(plain.test(text) ? text : text.normalize("NFD").replace(/\p{Mn}/gu, ""));
}

/** Text as written, with runs of white space folded to one space. */
export function foldSpace(text: string): string {
  return text.replace(blank, " ").replace(/ {2,}/g, " ").trim();
}

/** A stretch of the view by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span without blanks at either end; empty spans stay where they begin. */
export function trimmed(view: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && view[start] === " ") start += 1;
  while (end > start && view[end - 1] === " ") end -= 1;
  return { start, end };
}
