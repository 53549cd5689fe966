const forbidden = /(?!\n)\p{Cc}/u;
const loneSurrogate = /\p{Surrogate}/u;
const lineBreak = /[\n\u2028\u2029]/u;

/** Ways imported text is set straight, in order; nothing else about it changes. */
const repairs: readonly (readonly [RegExp, string])[] = [
  [/\r\n?|[\v\f\u0085]/g, "\n"],
  [/\t/g, " "],
  [/(?!\n)\p{Cc}/gu, ""],
  [/\p{Surrogate}/gu, "\uFFFD"],
];

/**
 * Text as the house stores it: Unicode normal form NFC, line feed the only control character, no half of a surrogate
 * pair. Foreign line ends become line feeds, a tab becomes a space, other control characters go. No word is corrected,
 * no space trimmed. Cleaning twice changes nothing more.
 */
export function cleanText(text: string): string {
  return repairs.reduce((sofar, [what, by]) => sofar.replace(what, by), text).normalize("NFC");
}

/** What keeps a text from being stored, as a sentence; null when it is clean. `cleanText` makes any text clean. */
export function textFault(text: string): string | null {
  if (forbidden.test(text)) return "Must not contain control characters other than line feed.";
  if (loneSurrogate.test(text)) return "Must not contain half a surrogate pair.";
  if (text.normalize("NFC") !== text) return "Must be in Unicode normal form NFC.";
  return null;
}

/** Whether a text is clean, not blank, free of line breaks and at most `max` characters (code points) long. */
export function fitsOneLine(text: string, max: number): boolean {
  return text.trim() !== "" && textFault(text) === null && !lineBreak.test(text) && Array.from(text).length <= max;
}
