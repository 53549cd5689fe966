import { hasOrganizationWord } from "./organization-words.ts";

const nameWord = /^(?=.*\p{L})[\p{L}\p{M}'’‘ʼ`´.·・\-–\u200c\u200d]+$/u;
const suffix = /,? (?:jr|sr|ii|iii|iv)\.?$/i;
const longestName = 120;

/** True for one to five words of letters without an organization word: what rule 8 takes for a person. */
export function looksLikePerson(text: string): boolean {
  return nameWords(text) > 0 && !hasOrganizationWord(text);
}

/** As `looksLikePerson`, and of two words or more: what may stand beside "and" or before "for". */
export function looksLikeFullName(text: string): boolean {
  return nameWords(text) > 1 && !hasOrganizationWord(text);
}

function nameWords(text: string): number {
  // A very long text is no name, and looking at it again for every separator would make a hostile line slow.
  if (text.length > longestName) return 0;
  const list = text.trim().replace(suffix, "").split(/\s+/);
  const fits = list.length <= 5 && list.every((word) => nameWord.test(word));
  return fits ? list.length : 0;
}
