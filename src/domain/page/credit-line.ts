import { parseCredit, type CreditPart } from "../credit/index.ts";
import { endsSentence } from "./lines.ts";

const longest = 200;
const mostWords = 20;
const lower = new Set(
  `a al an and at av bin by da das de del den der di do dos du e el et fi for i in la le les of on op or os st stf t the und
  van vom von via y za zu`.split(/\s+/u),
);
const isNamed = (word: string): boolean => !/^\P{L}*\p{Ll}/u.test(word) || lower.has(word.toLowerCase());
const words = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== "");

/** Whether every word could stand in a name: a capital, a script without capitals, a digit, or a particle. */
export const readsAsName = (text: string): boolean => words(text).every(isNamed);

const markerRoles = new Set([
  "pool",
  "handout",
  "file",
  "screengrab",
  "platform",
  "account",
  "licence",
  "copyrightYear",
]);
const freelyNamed = new Set(["photographer", "organization", "client", "distributor"]);

interface Reading {
  readonly text: string;
  readonly parts: readonly CreditPart[];
  readonly labelled: boolean;
}

const isShouted = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** What makes a line a credit line; one is enough. */
const proofs: readonly ((reading: Reading & { readonly shouting: boolean }) => boolean)[] = [
  ({ parts }) => parts.some(({ agency }) => agency !== undefined),
  ({ parts, text }) => !endsSentence(text) && parts.some(({ role }) => markerRoles.has(role)),
  ({ parts, text }) => !endsSentence(text) && parts[0]?.role === "courtesy",
  ({ labelled, text }) => labelled && !endsSentence(text),
  ({ parts, text }) => parts.length > 1 && /[/|]/u.test(text) && !endsSentence(text),
  ({ parts: [only, second], text, shouting }) =>
    !shouting && only?.role === "photographer" && second === undefined && isShouted(text) && words(text).length > 1,
];

function readingOf(text: string): Reading | null {
  if (text.length > longest || words(text).length > mostWords) return null;
  const { parts, segments } = parseCredit(text);
  // A sentence of the article may hold an agency's name between dashes; a credit line is names throughout.
  const plain = parts.filter(({ role, agency }) => agency === undefined && freelyNamed.has(role));
  if (parts.length === 0 || !plain.every(({ name }) => readsAsName(name))) return null;
  return { text, parts, labelled: segments.some(({ kind }) => kind === "label") };
}

/**
 * Whether a line under a headline is the picture's credit: short, read by the credit grammar as names throughout, with
 * a known agency, a marker (pool, handout …), a label, a slash between names, or (unless the headline above is written
 * so too) a person's name all in capitals.
 */
export function readsAsCredit(text: string, headline: string): boolean {
  const reading = readingOf(text);
  const shouting = isShouted(headline);
  return reading !== null && proofs.some((proves) => proves({ ...reading, shouting }));
}

/** Whether a line can be nothing but a credit: names apart by slashes or bars, one of them a known agency. */
export function isSurelyCredit(text: string): boolean {
  const parts = /[/|]/u.test(text) ? (readingOf(text)?.parts ?? []) : [];
  const short = parts.every(({ name }) => words(name).length <= 4);
  return short && parts.length > 1 && parts.some(({ agency }) => agency !== undefined);
}
