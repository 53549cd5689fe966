import { CreditRole } from "./credit.ts";
import type { AgencyBook } from "./agency-book.ts";
import { isLicence } from "./licence.ts";
import { looksLikeFullName } from "./person.ts";
import { foldLoosely, foldSpace } from "./view.ts";
import {
  bareNouns,
  companyEndings,
  markers,
  ownWork,
  pictureNouns,
  placeWords,
  platformNouns,
  platforms,
} from "./vocabulary.ts";

/** What a whole token is known to be; "label" says something about the picture and credits nobody. */
export interface Known {
  readonly role: CreditRole | "label";
  readonly name: string;
  readonly agency?: string;
  readonly leads?: boolean;
}

interface Asked {
  readonly text: string;
  /** The text folded without accents. */
  readonly folded: string;
  readonly book: AgencyBook;
}

type Rule = (asked: Asked) => Known | null;

const longestKnown = 160;
const longestPair = 60;
const account = /^@[\p{L}\p{N}_.-]+$/u;
const address = /^https?:\/\/(?:www\.)?([^/]+)(?:\/|$)/;
const endsInPhoto = / (?:photo|foto)$/i;
const poolEnd = /^(.*\S) pool(?: (?:photos?|picture|image|foto|video))?$/i;

const asMarker: Rule = ({ folded }) => markers.get(folded) ?? null;
const asAgency: Rule = ({ text, book }) => {
  const found = book.find(text) ?? book.find(withoutEnding(text));
  return found ? { role: CreditRole.agency, name: found.name, agency: found.name, leads: found.leads } : null;
};
const asPlatform: Rule = ({ folded }) => {
  const host = address.exec(folded)?.[1];
  const name = platforms.get(host ?? folded) ?? platforms.get(withoutLast(folded, platformNouns));
  return name === undefined ? null : { role: CreditRole.platform, name };
};
const asAccount: Rule = ({ text }) => (account.test(text) ? { role: CreditRole.account, name: text } : null);
const asLicence: Rule = ({ text }) => (isLicence(text) ? { role: CreditRole.licence, name: foldSpace(text) } : null);
const asNamedPool: Rule = ({ text }) => {
  const found = poolEnd.exec(text);
  return found?.[1] === undefined ? null : { role: CreditRole.pool, name: `${foldSpace(found[1])} Pool` };
};
const asLabel: Rule = ({ folded }) =>
  bareNouns.has(folded) || placeWords.has(folded) || ownWork.has(folded) ? { role: "label", name: "" } : null;

// The order of rule 7.
const rules: readonly Rule[] = [asMarker, asAgency, asPlatform, asAccount, asLicence, asNamedPool, asLabel];

/** What the whole text is known to be, or null for a name nobody has told us. */
export function known(text: string, book: AgencyBook): Known | null {
  if (text.length === 0 || text.length > longestKnown) return null;
  const asked = { text, folded: foldLoosely(text), book };
  for (const rule of rules) {
    const found = rule(asked);
    if (found) return found;
  }
  return null;
}

/**
 * Where a text of two known things without a separator divides: "AP file", "Pool AFP", "AFP PHOTO JANE ROE",
 * "AFP-JIJI". Null when it is no such pair.
 */
export function knownPair(text: string, book: AgencyBook): number | null {
  if (text.length > longestPair) return null;
  return (
    gaps(text).find((cut) => arePair(text.slice(0, cut), text[cut] ?? "", text.slice(cut + 1).trim(), book)) ?? null
  );
}

function arePair(left: string, gap: string, right: string, book: AgencyBook): boolean {
  const one = known(left, book)?.role;
  if (one === undefined) return false;
  const other = known(right, book)?.role;
  if (gap === "-") return one === CreditRole.agency && other === CreditRole.agency;
  if (other === undefined) return one === CreditRole.agency && endsInPhoto.test(left) && looksLikeFullName(right);
  return (isSource(one) && isMarker(other)) || (isMarker(one) && isSource(other));
}

/** Roles that say how a picture was come by. */
export function isMarker(role: Known["role"]): boolean {
  return role === "pool" || role === "handout" || role === "file" || role === "screengrab";
}

function isSource(role: Known["role"]): boolean {
  return role === CreditRole.agency || role === CreditRole.platform;
}

/** "Xinhua Photo" and "Getty Images, Inc." without what is no part of the name. */
function withoutEnding(text: string): string {
  const noun = withoutLast(text, pictureNouns);
  return noun === text ? withoutLast(text, companyEndings).replace(/, *$/, "") : noun;
}

function withoutLast(text: string, endings: ReadonlySet<string>): string {
  const cut = text.trimEnd().lastIndexOf(" ");
  return cut > 0 && endings.has(foldLoosely(text.slice(cut + 1))) ? text.slice(0, cut) : text;
}

function gaps(text: string): readonly number[] {
  return [...text.matchAll(/[ -]/g)].slice(0, 12).map((match) => match.index);
}
