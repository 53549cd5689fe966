import { isLanguageTag } from "./language.ts";

/**
 * Silent reading of non-fiction: 238 words a minute. M. Brysbaert, "How many words do we read per minute? A review and
 * meta-analysis of reading rate", Journal of Memory and Language 109 (2019).
 */
const wordsPerMinute = 238;

/**
 * One word for certain: letters of a script that parts words by spaces, or digits, with common signs around them. Not the
 * low line, which joins words, and is one where two stand together (UAX 29, ExtendNumLet).
 */
const plainWord =
  /^[!-/:-@[-^`{-~¡«»¿‘-„…–—]*(?:[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}]+(?:['’][\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}]+)*|\d+)[!-/:-@[-^`{-~¡«»¿‘-„…–—]*$/u;

/** Pieces of at most 200 characters, cut at white space where there is any: a segmenter's cost grows with the square. */
const pieces = /[^]{1,200}(?=\s|$)|[^]{1,200}/gu;

function segmentedWords(text: string, language: string): number {
  const segmenter = new Intl.Segmenter(isLanguageTag(language) ? language : "und", { granularity: "word" });
  let words = 0;
  for (const piece of text.match(pieces) ?? []) {
    for (const segment of segmenter.segment(piece)) if (segment.isWordLike) words += 1;
  }
  return words;
}

/** How many words a text has, by the Unicode word boundaries (UAX 29) of its language; works without spaces too. */
export function countWords(text: string, language: string): number {
  const tokens = text.split(/\s+/u).filter((token) => token !== "");
  const unclear = tokens.filter((token) => !plainWord.test(token));
  const certain = tokens.length - unclear.length;
  return unclear.length === 0 ? certain : certain + segmentedWords(unclear.join(" "), language);
}

/** Seconds a reader needs for so many words, rounded up, at 238 words a minute (Brysbaert 2019). */
export function readingTimeSeconds(words: number): number {
  return Math.ceil((Math.max(0, words) * 60) / wordsPerMinute);
}

/**
 * The beginning of a text on one line, at most `max` UTF-16 units long: white space folded, cut at a word and ended
 * with "…" when anything was left out. Where no space is near, it is cut between characters, never inside one.
 */
export function shorten(text: string, max: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= max) return line;
  const room = max - 1;
  if (room < 0) return "";
  const space = line.lastIndexOf(" ", room);
  const cut = space > room / 2 ? space : lastCharacterEnd(line, room);
  return `${line.slice(0, cut).replace(/[\s,;:–—-]+$/u, "")}…`;
}

function lastCharacterEnd(line: string, room: number): number {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter("und", { granularity: "grapheme" }).segment(
    line.slice(0, room + 1),
  )) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  return end;
}
