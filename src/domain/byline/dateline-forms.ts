import { hasOrganizationWord, type AgencyBook } from "../credit/index.ts";
import { readPlace } from "./dateline-place.ts";

/**
 * A dateline found at the front of a paragraph; `length` counts its UTF-16 units, blanks after it included. The head
 * begins with no blank.
 */
export interface FoundDateline {
  readonly place: string;
  readonly agency?: string;
  readonly length: number;
}

type Form = (head: string, book: AgencyBook) => FoundDateline | null;

const named =
  /^([^\s()][^()\n]{1,80}?)\s*,?\s*\(([^()\n]{2,50})\)\s*(?:[.,]?\s*(?:[-–—−]{1,3}|:)|\.?\s*[-–—]{1,3})\s*/u;
const slashed = /^([^\s()/][^()/\n]{1,80}?)[.,]?\s*\/([^()/\n]{2,40})\/\s*(?:[-–—]{1,3}|\.)\s*/u;
const agencyFirst = /^\(([^()\n]{2,40})\)\s*(?:[-–—]{1,3}\s*)?([^\s()–—-][^()\n–—]{1,60}?)\s*[-–—]{1,3}\s/u;
const bare = /^([^\s()–—:;!?"“”][^()\n–—:;!?"“”]{1,60}?)\s*(?:[–—]|--|(?<=\s)-(?=\s))\s*/u;
const opensText = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"“”„«»'‘’¿¡([]/u;
const chinese = /^(\S{2,8}?社)(\p{Script=Han}{2,12}?)(\d{1,2}月)?\d{1,2}日电\s*(?:（[^）]{1,60}）)?\s*/u;
const japanese = /^【([^】\n]{3,30})】\s*/u;

/** "BERLIN, 3 July (dpa) -", "New York (AP) —", "Madrid, 3 jul (EFE).-", "TOKYO (Lum Press) --". */
const placeThenAgency: Form = (head, book) => {
  const found = named.exec(head) ?? slashed.exec(head);
  if (!found) return null;
  const [whole, text = "", supplier = ""] = found;
  const place = readPlace(text);
  if (place === null) return null;
  const agency = agencyOf(supplier, book);
  const isTrusted = agency !== undefined || (place.isShouted && (place.hasDate || hasOrganizationWord(supplier)));
  return isTrusted ? result(place.place, agency, whole.length) : null;
};

/** "(ANSA) - ROMA, 3 LUG - ", "(AP) LONDON - ". */
const agencyThenPlace: Form = (head, book) => {
  const found = agencyFirst.exec(head);
  if (!found) return null;
  const [whole, supplier = "", text = ""] = found;
  const agency = agencyOf(supplier, book);
  const place = readPlace(text);
  return agency !== undefined && place?.isShouted === true ? result(place.place, agency, whole.length) : null;
};

/** "LONDON, July 3 —", "ALBANY, N.Y. —": only in capitals, and only before the beginning of a sentence. */
const placeAlone: Form = (head) => {
  const found = bare.exec(head);
  if (!found) return null;
  const [whole, text = ""] = found;
  const place = readPlace(text);
  const isTrusted = place?.isShouted === true && opensText.test(head.slice(whole.length));
  return isTrusted ? result(place.place, undefined, whole.length) : null;
};

/** "新华社北京7月3日电（记者…）". */
const chineseWire: Form = (head, book) => {
  const found = chinese.exec(head);
  if (!found) return null;
  const [whole, supplier = "", place = ""] = found;
  const agency = agencyOf(supplier, book);
  return agency === undefined ? null : result(place, agency, whole.length);
};

/** "【ロンドン共同】": the agency ends what stands in the brackets. */
const japaneseWire: Form = (head, book) => {
  const found = japanese.exec(head);
  const text = found?.[1] ?? "";
  for (let cut = 1; found && cut < text.length; cut += 1) {
    const agency = book.find(text.slice(cut).replace(/^[=＝]/u, ""));
    if (agency) return result(text.slice(0, cut), agency.name, found[0].length);
  }
  return null;
};

/** The shapes of a dateline, the surest first. */
export const forms: readonly Form[] = [placeThenAgency, agencyThenPlace, chineseWire, japaneseWire, placeAlone];

function agencyOf(text: string, book: AgencyBook): string | undefined {
  const parts = [text, ...text.split(/[/|,]|\s-\s/), ...text.split("-")];
  return parts.map((part) => book.find(part.trim())?.name).find((name) => name !== undefined);
}

function result(place: string, agency: string | undefined, length: number): FoundDateline {
  return agency === undefined ? { place, length } : { place, agency, length };
}
