import stringWidth from "string-width";

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const CUT = "…";

const controls = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text without anything a terminal would obey: control characters become spaces or vanish. */
export const safe = (text: string): string => text.replace(/\s+/gu, " ").replace(controls, "");

/** Text for programs as a terminal may show it: what it would obey is spelled out, as JSON and YAML spell it too. */
export const spelledOut = (text: string): string =>
  text.replace(controls, (sign) => (sign === "\n" ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`));

/** A word of a command line as a shell takes it for one word, and nothing in it for a command. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** How many there are of something: "1 word", "2 words". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** The text, cut with "…" to at most this many columns of the terminal. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return `${head(text, Math.max(width - 1, 0)).trimEnd()}${CUT}`;
}

/** The text, filled with spaces to this many columns. */
export const pad = (text: string, width: number): string => text + " ".repeat(Math.max(width - stringWidth(text), 0));

/** The text in lines of at most this many columns, broken between words where that is possible. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((each) => pieces(each, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (stringWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** The widest lines a person likes to read. */
const measure = 100;

/** A text made safe and folded into lines that fit beside a margin; one line where nothing has to fit. */
export function folded(text: string, { width }: { readonly width: number | null }, margin = 0): string[] {
  return width === null ? [safe(text)] : wrap(safe(text), Math.max(Math.min(width - margin, measure), 20));
}

/** A part of a text and how it is painted. */
export interface Painted {
  readonly text: string;
  readonly paint: (text: string) => string;
}

/** Painted parts of one text in lines that fit; what is painted never goes over the end of a line. */
export function paintedLines(parts: readonly Painted[], look: { readonly width: number | null }, margin = 0): string[] {
  const clean = parts.map(({ text, paint }) => ({ text: text.replace(/\s+/gu, " ").replace(controls, ""), paint }));
  const whole = clean.map(({ text }) => text).join("");
  const lines = look.width === null ? [whole] : wrap(whole, Math.max(Math.min(look.width - margin, measure), 20));
  const rest = clean.map((part) => ({ ...part }));
  return lines.map((line) => {
    let painted = "";
    let left = line;
    while (left !== "" && rest[0] !== undefined) {
      const part = rest[0];
      // Where a line was broken stood a space that neither line has.
      if (part.text.startsWith(" ") && !left.startsWith(" ")) part.text = part.text.slice(1);
      const taken = part.text.slice(0, left.length);
      if (taken !== "") painted += part.paint(taken);
      left = left.slice(taken.length);
      part.text = part.text.slice(taken.length);
      if (part.text === "") rest.shift();
    }
    return painted;
  });
}

/** A word that is wider than a line, in parts that are not; scripts without spaces come here. */
function pieces(word: string, width: number): string[] {
  const parts: string[] = [];
  let rest = word;
  while (stringWidth(rest) > width) {
    const part = head(rest, width) || rest;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest];
}

function head(text: string, width: number): string {
  let kept = "";
  let used = 0;
  for (const { segment } of letters.segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return kept;
}
