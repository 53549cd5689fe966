import { foldLoosely, foldSpace, hasOrganizationWord, looksLikeFullName, type AgencyBook } from "../credit/index.ts";
import { isAgenciesAtLarge } from "./collective.ts";

/** One name of a byline, and whether it is a person's. */
export interface Name {
  readonly name: string;
  readonly isPerson: boolean;
}

const separator = /[,;|/()[\]、·•，；｜／（）]|\s[-–—]\s/u;
const plainAnd = /\s+(?:and|und|et|och|og|&|\+)\s+/iu;
const shortAnd = /\s+(?:y|e|en|i|ja|ve)\s+/u;
const chineseNames = /^\p{Script=Han}{2,4}(?: \p{Script=Han}{2,4})+$/u;
const reporterOf = /(社)(?:特派)?(?:记者|記者)\s*/u;
const specialTo = /^(?:special(?:ly)?|exclusive(?:ly)?) (?:to|for) (\S.*)$/i;
const generation = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const degree = /^(?:ph\.? ?d|m\.? ?d|m\.? ?a|mba|cpa|obe|mbe|esq)\.?$/i;
const place = /\s+(?:in|à|from)\s+\p{Lu}.*$/u;
const given = /^(.*\S)\s+(?:for|of|für|pour|para)\s+(\S.*)$/u;
const nobody = new Set(
  "admin,administrator,unknown,guest,webmaster,null,undefined,n/a,none,author,editor,test,user".split(","),
);
const titles = new Set(
  `correspondent,correspondents,reporter,reporters,writer,writers,editor,editors,columnist,journalist,analyst,chief,senior,
  director,professor,producer,presenter,contributor,redakteur,redakteurin,korrespondent,korrespondentin,journaliste,corresponsal,
  redactor,redactora,envoyé,spécial,giornalista,inviato,political,diplomatic,foreign,business,sports,economics,defence,security,health,
  science,staff,special,deputy,associate,assistant,managing,executive,head,bureau,europe,asia,africa,world,news`
    .split(",")
    .map((word) => foldLoosely(word)),
);

/** The names in a stretch of a byline, in order. Job titles, places and degrees beside a name are dropped. */
export function namesIn(text: string, book: AgencyBook): readonly Name[] {
  const names: Name[] = [];
  const parts = text.replace(reporterOf, "$1、").split(separator);
  for (const piece of parts.filter(hasLetter).flatMap((part) => conjoined(part, book))) {
    const last = names.at(-1);
    if (last?.isPerson === true && generation.test(piece))
      names[names.length - 1] = { ...last, name: `${last.name} ${piece}` };
    else if (!degree.test(piece)) names.push(...read(piece, last, book));
  }
  return names;
}

function read(piece: string, last: Name | undefined, book: AgencyBook): readonly Name[] {
  const text = withoutTitle(piece, last);
  if (!hasLetter(text) || nobody.has(foldLoosely(text))) return [];
  const house = specialTo.exec(text)?.[1];
  if (house !== undefined) return [organization(house)];
  const members = text.split("-");
  if (members.length > 1 && members.every((member) => book.find(member))) return members.map(organization);
  const employed = given.exec(text);
  if (employed?.[1] !== undefined && employed[2] !== undefined && looksLikeFullName(employed[1])) {
    return [person(employed[1]), organization(employed[2])];
  }
  return [isOrganization(text, book) ? organization(text) : person(text)];
}

/** "Lum Wire Writer" is Lum Wire; "chief political correspondent" after a name is nobody. */
function withoutTitle(piece: string, last: Name | undefined): string {
  const words = piece.split(" ");
  const isTitle = (word: string): boolean => titles.has(foldLoosely(word));
  if (last === undefined || !words.some(isTitle) || looksLikeNewsroom(words)) return piece;
  let end = words.length;
  while (end > 0 && isTitle(words[end - 1] ?? "")) end -= 1;
  return words.slice(0, end).join(" ");
}

function looksLikeNewsroom(words: readonly string[]): boolean {
  return words.length > 1 && foldLoosely(words.at(-1) ?? "") === "news";
}

function isOrganization(text: string, book: AgencyBook): boolean {
  const isLong = text.split(" ").length > 6;
  const isDesk = /(?:^|\s)(?:staff|desk|team|redaktion|redacción|rédaction|redazione|redaktionen)$/i.test(text);
  return isCollective(text, book) || isLong || isDesk || /\d/.test(text) || hasOrganizationWord(text);
}

function isCollective(text: string, book: AgencyBook): boolean {
  return book.find(text) !== undefined || isAgenciesAtLarge(text);
}

/** Splits at "and" unless the whole is the name of one body ("Ministry of Land and Water"). */
function conjoined(part: string, book: AgencyBook): readonly string[] {
  const long = part.split(plainAnd).map((side) => tidy(side).replace(place, ""));
  const splits = !hasOrganizationWord(part) || long.some((side) => isCollective(side, book) || looksLikeFullName(side));
  const sides = splits ? long : [tidy(part).replace(place, "")];
  return sides.flatMap((side) => {
    if (chineseNames.test(side)) return side.split(" ");
    const short = side.split(shortAnd).map(tidy);
    return short.length > 1 && short.every((name) => looksLikeFullName(name)) ? short : [side];
  });
}

function tidy(text: string): string {
  const folded = foldSpace(text)
    .replace(/^(?:and|und|et|&)\s+/i, "")
    .replace(/^[\s.:"“”'–—-]+|[\s:"“”–—-]+$/gu, "");
  return /(?:^|[\s.])\p{L}\.$|(?:jr|sr|inc|ltd)\.$/iu.test(folded) ? folded : folded.replace(/\.+$/, "");
}

const hasLetter = (text: string): boolean => /\p{L}/u.test(text);
const person = (name: string): Name => ({ name, isPerson: true });
const organization = (name: string): Name => ({ name, isPerson: false });
