import { asciiFor } from "./letters.ts";

const longestSlug = 80;
const pattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Signs that a slug leaves out without parting the word or number they stand in: o’clock, 10,000, soft hyphens. */
const silent = /(?<=[\p{L}\p{N}])['’‘ʼ`´](?=\p{L})|(?<=\d)[,\u00A0\u202F](?=\d{3}(?!\d))|\p{Cf}/gu;

function toAscii(letter: string): string {
  const known = asciiFor.get(letter);
  if (known !== undefined) return known;
  const signs = Array.from(letter.normalize("NFKD")).filter((sign) => !/\p{M}/u.test(sign));
  return signs.map((sign) => asciiFor.get(sign) ?? sign).join("");
}

function cutAtWord(slug: string, max: number): string {
  if (slug.length <= max) return slug;
  const end = slug.lastIndexOf("-", max);
  return slug.slice(0, end > 0 ? end : max);
}

/**
 * The slug of a headline: lower case ASCII words joined by "-", at most 80 characters, cut at a word. Accents go,
 * Latin, Cyrillic and Greek letters are spelled in ASCII, other scripts are left out; "article" when nothing is left.
 */
export function slugify(text: string): string {
  const letters = Array.from(text.normalize("NFC").toLowerCase().normalize("NFC").replace(silent, ""));
  const words =
    letters
      .map(toAscii)
      .join("")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return cutAtWord(words.join("-"), longestSlug) || "article";
}

/** Whether a text is spelled as slugs are: lower case ASCII letters and digits, words joined by "-", 1–80 characters. */
export function isSlug(text: string): boolean {
  return text.length <= longestSlug && pattern.test(text);
}

/** The slug for the `n`th of its name: itself for 1, "name-2" for 2 …, shortened at a word to stay within 80. */
export function numbered(slug: string, n: number): string {
  if (n < 2) return slug;
  const ending = `-${String(n)}`;
  return cutAtWord(slug, longestSlug - ending.length) + ending;
}
