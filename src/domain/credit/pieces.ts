import type { AgencyBook } from "./agency-book.ts";
import type { Joint } from "./boundaries.ts";
import { CreditRole } from "./credit.ts";
import { known, knownPair, type Known } from "./known.ts";
import { licenceTail } from "./licence.ts";
import { hasOrganizationWord } from "./organization-words.ts";
import type { Piece } from "./piece.ts";
import { looksLikeFullName } from "./person.ts";
import { reporterCredit } from "./reporter-credit.ts";
import type { Token } from "./tokens.ts";
import { foldLoosely, trimmed } from "./view.ts";
import { markers, pictureNouns } from "./vocabulary.ts";

/** What a token is read in: the view, the agencies, and the separator after the token. */
export interface Reading {
  readonly view: string;
  readonly book: AgencyBook;
  readonly next: Joint | null;
  /** True when a copyright sign stands in the group, so that a year at the end of a name is its year. */
  readonly isSigned: boolean;
}

type Rule = (token: Token, text: string, reading: Reading) => readonly Piece[] | null;

const label: Known = { role: "label", name: "" };
const yearAhead = /^\d{4}(?:[-–]\d{4})?(?![\p{L}\d/]),? */u;
const yearBehind = /^(.*[^ ,]),? +(?:19|20)\d\d$/;
const longest = 200;

const nobody: Rule = (_token, text) => (/[\p{L}\p{N}]/u.test(text) && /\p{L}|^\d{4}/u.test(text) ? null : []);

const year: Rule = (token, text, { view, book, next, isSigned }) => {
  const digits = token.joint === "sign" || next === "sign" ? yearAhead.exec(text)?.[0] : undefined;
  if (digits === undefined) return null;
  const end = token.start + digits.replace(/,? *$/, "").length;
  const name = view.slice(token.start, end);
  const rest = { start: token.start + digits.length, end: token.end, joint: token.joint };
  const piece: Piece = { start: token.start, end, joint: token.joint, known: { role: CreditRole.copyrightYear, name } };
  return rest.start < rest.end ? [piece, ...piecesOf(rest, { view, book, next: null, isSigned })] : [piece];
};

const digitsOnly: Rule = (_token, text) => (/\p{L}/u.test(text) ? null : []);

const whole: Rule = (token, text, { book }) => {
  const found = known(text, book);
  return found && [{ ...token, known: found }];
};

const courtesy: Rule = (token) =>
  token.joint === "courtesy" ? [{ ...token, known: { role: CreditRole.courtesy, name: "" } }] : null;

const client: Rule = (token) =>
  token.joint === "for" ? [{ ...token, known: { role: CreditRole.client, name: "" } }] : null;

const reporter: Rule = (token, text, { book }) => reporterCredit(token, text, book);

const pair: Rule = (token, text, { view, book, isSigned }) => {
  const cut = knownPair(text, book);
  return cut === null ? null : divided(token, cut, { view, book, next: null, isSigned });
};

const endingMarker: Rule = (token, text, { view, book, isSigned }) => {
  const found = /^(.*\S)[ -]+((?:file )?\S+(?: \S+)?)$/.exec(text);
  for (const cut of found ? markerCuts(text) : []) {
    const role = markers.get(foldLoosely(text.slice(cut + 1)))?.role;
    const says =
      role === "handout" ||
      role === "screengrab" ||
      (role === "file" &&
        text
          .slice(cut + 1)
          .trim()
          .includes(" "));
    if (!says || /^h\.?o\.?$/i.test(text.slice(cut + 1).trim())) continue;
    return divided(token, cut, { view, book, next: null, isSigned }, role === "handout");
  }
  return null;
};

const trailingYear: Rule = (token, text, reading) => {
  const found = reading.isSigned ? yearBehind.exec(text) : null;
  const name = found?.[1] ?? "";
  if (found === null || (known(name, reading.book) === null && !looksLikeFullName(name))) return null;
  const start = token.end - 4;
  const year = reading.view.slice(start, token.end);
  return [
    ...piecesOf({ ...token, end: token.start + name.length }, { ...reading, isSigned: false }),
    { start, end: token.end, joint: null, known: { role: CreditRole.copyrightYear, name: year } },
  ];
};

const trailingLicence: Rule = (token, text, { view, book, isSigned }) => {
  const cut = licenceTail(text);
  return cut === null ? null : divided(token, cut - 1, { view, book, next: null, isSigned });
};

const organizationPhoto: Rule = (token, text) => {
  const cut = text.lastIndexOf(" ");
  const noun = foldLoosely(text.slice(cut + 1));
  if (cut < 1 || !pictureNouns.has(noun) || noun === "pictures" || noun === "photos") return null;
  if (!hasOrganizationWord(text.slice(0, cut))) return null;
  const end = token.start + text.slice(0, cut).trimEnd().length;
  return [
    { ...token, end, known: null },
    { start: token.start + cut + 1, end: token.end, joint: null, known: label },
  ];
};

const rules: readonly Rule[] = [
  client,
  year,
  nobody,
  digitsOnly,
  whole,
  courtesy,
  reporter,
  pair,
  endingMarker,
  trailingYear,
  trailingLicence,
  organizationPhoto,
];

/** Rule 7: what a token is; several pieces when it says several things, none when it names nobody. */
export function piecesOf(token: Token, reading: Reading): readonly Piece[] {
  const text = reading.view.slice(token.start, token.end);
  if (text.length > longest)
    return token.joint === "courtesy" ? (courtesy(token, text, reading) ?? []) : [{ ...token, known: null }];
  for (const rule of rules) {
    const found = rule(token, text, reading);
    if (found) return found;
  }
  return [{ ...token, known: null }];
}

function divided(token: Token, cut: number, reading: Reading, isGivenOut = false): readonly Piece[] {
  const left = { ...trimmed(reading.view, { start: token.start, end: token.start + cut }), joint: token.joint };
  const right = { ...trimmed(reading.view, { start: token.start + cut + 1, end: token.end }), joint: null };
  const supplier = piecesOf(left, reading).map((piece) =>
    isGivenOut && piece.known === null ? { ...piece, known: { role: CreditRole.organization, name: "" } } : piece,
  );
  return [...supplier, ...piecesOf(right, reading)];
}

/** The last few places where a marker at the end could begin, the longest marker first. */
function markerCuts(text: string): readonly number[] {
  const cuts: number[] = [];
  for (let at = text.lastIndexOf(" "); at > 0 && cuts.length < 3; at = text.lastIndexOf(" ", at - 1)) cuts.unshift(at);
  return cuts;
}
