import { foldLoosely, hasOrganizationWord } from "../credit/index.ts";

const month =
  /^(?:jan|feb|fev|mar|apr|avr|abr|may|mai|maj|jun|jul|juil|aug|aou|ago|sep|set|oct|okt|out|nov|dec|dez|dic|ene|gen|mag|giu|lug|ott)\p{L}{0,7}\.?$/u;
const weekday = /^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?$/;
const dateArticles = new Set("de of le el den der am il".split(" "));
const placeWord = /^[\p{L}\p{M}'’.\-‘()]+$/u;
const smallWords = new Set(
  "de del de la los las le les du des di do da dos das al el am an der den im in on upon sur bei ob of the and y".split(
    " ",
  ),
);
const capitals = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u;

// Written in capitals before a dash, these announce the kind of text and name no place.
const announcements = new Set(
  `breaking,update,updated,update 1,update 2,exclusive,watch,video,videos,opinion,analysis,note,live,corrected,correction,refile,factbox,
  timeline,explainer,photos,photo,listen,read,more,recap,review,preview,interview,profile,feature,focus,alert,urgent,flash,embargo,advisory,
  editors note,warning,spoiler,poll,quiz,column,comment,commentary,editorial,q&a,faq,new,news,just in,developing,insight,wrapup,highlights,
  snap,key facts,quotes,quote,graphic,eilmeldung,kommentar,analyse,hintergrund,korrektur,achtung,wichtig,urgente,ultima hora,opinión,
  exclusif,direct,enquête,the end,ok,yes,no,lol,fyi,ps,nb,tk,todo`
    .split(",")
    .map((word) => foldLoosely(word)),
);

/** A place with the date that may follow it, read from the head of a dateline. */
export interface DatedPlace {
  readonly place: string;
  readonly hasDate: boolean;
  /** True when the town stands in capitals. */
  readonly isShouted: boolean;
}

/** Reads "SIENA, Italy, July 3": up to three names of places, then perhaps a date. Null when it is anything else. */
export function readPlace(text: string): DatedPlace | null {
  const pieces = text.split(",").map((piece) => piece.trim().replace(/(?<=\d)\.$/, ""));
  const dateAt = pieces.findIndex((piece, index) => index > 0 && isDate(piece));
  const places = dateAt === -1 ? pieces : pieces.slice(0, dateAt);
  const rest = dateAt === -1 ? [] : pieces.slice(dateAt);
  const [town = ""] = places;
  if (places.length > 3 || !places.every(isPlace) || !rest.every(isDate) || announcements.has(foldLoosely(town)))
    return null;
  const isAlone = places.length === 1 && dateAt === -1;
  const isShouted = capitals.test(town.replace(/^Ma?c(?=\p{Lu})/u, "MC")) && !(isAlone && namesBody(town));
  return { place: places.join(", "), hasDate: dateAt !== -1, isShouted };
}

/** "NATO" and "THE CASE" are no towns, "OKLAHOMA CITY" and "THE HAGUE" are. */
function namesBody(town: string): boolean {
  const folded = town.replace(/ (?:city|college|county|district|station)$/i, "");
  return hasOrganizationWord(folded) && !/^the hague$/i.test(folded);
}

function isPlace(text: string): boolean {
  const words = text.split(/[\s/]+/);
  const fits = words.every((word) => placeWord.test(word));
  const isNamed = words.every(
    (word, index) => /^[\p{Lu}\p{Lt}\p{Lo}'’‘(]/u.test(word) || (index > 0 && smallWords.has(word)),
  );
  return text !== "" && fits && isNamed && words.length <= 6;
}

function isDate(text: string): boolean {
  const words = foldLoosely(text)
    .split(/[\s./-]+/)
    .filter((word) => word !== "");
  const known = (word: string): boolean =>
    /^\d{1,4}(?:st|nd|rd|th|er|º)?$/.test(word) || month.test(word) || weekday.test(word) || dateArticles.has(word);
  const says = words.some((word) => /\d/.test(word) || weekday.test(word));
  return words.length > 0 && words.length <= 6 && words.every(known) && says;
}
