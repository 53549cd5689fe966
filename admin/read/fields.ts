import {
  changeSlug,
  placeArticle,
  reviseArticle,
  type ArticleRow,
  type PlaceArticle,
  type ReviseArticle,
} from "../../src/newsroom/articles/index.ts";
import type { Desk, OpenDesk } from "../../src/newsroom/desk.ts";
import { findSection } from "../../src/newsroom/sections/index.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import { bylinesOf, topicIds } from "./article.ts";
import { caps } from "./caps.ts";

type Seen = Pick<ReviseArticle, "id" | "expectedVersion" | "merge" | "revisionKind">;
/** Carries out all changes of one command, each act on the version the one before it left. */
type Apply = (desk: OpenDesk, seen: Seen) => Promise<ArticleRow>;
type Reader = (desk: Desk, value: string) => Promise<object>;

const text =
  (name: string): Reader =>
  async (_desk, value) => ({ [name]: value === "" ? null : value });
const parts = (value: string, by: string): string[] =>
  value
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean);

/** Fields of the words: a new revision each time. */
const words: Readonly<Record<string, Reader>> = {
  headline: async (_desk, headline) => ({ headline }),
  shortHeadline: text("shortHeadline"),
  kicker: text("kicker"),
  standfirst: text("standfirst"),
  dateline: text("datelinePlace"),
  datelineRaw: text("datelineRaw"),
  language: async (_desk, language) => ({ language }),
  seoTitle: text("seoTitle"),
  seoDescription: text("seoDescription"),
  note: text("note"),
  bylines: async (desk, value) => ({ bylines: await bylinesOf(desk, parts(value, ";")) }),
  topics: async (desk, value) => ({ topics: await topicIds(desk, parts(value, ",")) }),
};

/** Fields of the article itself: readers notice at once. */
const facts: Readonly<Record<string, Reader>> = {
  section: async (desk, value) => ({ sectionId: (await findSection(desk, value)).id }),
  secondarySections: async (desk, value) => ({ secondarySections: await sectionIds(desk, parts(value, ",")) }),
  kind: async (_desk, value) => ({ kind: caps(value) }),
};

async function sectionIds(desk: Desk, names: readonly string[]): Promise<string[]> {
  const ids = [];
  for (const name of names) ids.push((await findSection(desk, name)).id);
  return ids;
}

/** The names of the fields a revision holds. */
export const wordNames: readonly string[] = Object.keys(words);

/** The names `desk article set` knows. */
export const fieldNames: readonly string[] = ["slug", ...Object.keys(words), ...Object.keys(facts)];

/** Reads FIELD=VALUE words of a revision and a new body. Throws BAD_USAGE, NOT_FOUND, AMBIGUOUS. */
export async function wordsFrom(desk: Desk, given: readonly string[], bodyText?: string): Promise<object> {
  const pairs = given.map((word) => pairOf(word, Object.keys(words)));
  return { ...(await readAll(desk, pairs, words)), ...(bodyText !== undefined && { bodyText }) };
}

/** Reads FIELD=VALUE words and a new body into acts. Throws BAD_USAGE, NOT_FOUND, AMBIGUOUS. */
export async function changesFrom(desk: Desk, given: readonly string[], bodyText?: string): Promise<Apply> {
  const pairs = given.map((word) => pairOf(word, fieldNames));
  const slug = pairs.findLast(([name]) => name === "slug")?.[1];
  const revised = { ...(await readAll(desk, pairs, words)), ...(bodyText !== undefined && { bodyText }) };
  const placed = await readAll(desk, pairs, facts);
  const acts = [
    ...(slug === undefined ? [] : [(open: OpenDesk, seen: Seen) => changeSlug(open, { ...bare(seen), slug })]),
    ...(empty(placed) ? [] : [(open: OpenDesk, seen: Seen) => placeArticle(open, placement(seen, placed))]),
    ...(empty(revised) ? [] : [(open: OpenDesk, seen: Seen) => reviseArticle(open, { ...seen, changes: revised })]),
  ];
  return (open, seen) => oneAfterTheOther(open, seen, acts);
}

async function oneAfterTheOther(open: OpenDesk, seen: Seen, acts: readonly Apply[]): Promise<ArticleRow> {
  const [first, ...rest] = acts;
  if (!first) throw new DatelineError("BAD_USAGE", { says: "Nothing was said to change.", fix: "Give FIELD=VALUE." });
  let article = await first(open, seen);
  const { revisionKind } = seen;
  for (const act of rest) article = await act(open, { id: article.id, expectedVersion: article.version, revisionKind });
  return article;
}

const bare = ({ id, expectedVersion }: Seen) => ({ id, expectedVersion });
const placement = (seen: Seen, placed: object): PlaceArticle => ({ ...placed, ...bare(seen) });
const empty = (fields: object): boolean => Object.keys(fields).length === 0;

function pairOf(word: string, names: readonly string[]): readonly [string, string] {
  const at = word.indexOf("=");
  const name = word.slice(0, at);
  const known = names.find((field) => field.toLowerCase() === name.toLowerCase());
  if (at > 0 && known !== undefined) return [known, word.slice(at + 1)];
  const says = at > 0 ? `There is no field "${name}" to set.` : `"${word}" is not FIELD=VALUE.`;
  throw new DatelineError("BAD_USAGE", { says, fix: `The fields are ${names.join(", ")}.` });
}

type Pairs = readonly (readonly [string, string])[];

async function readAll(desk: Desk, pairs: Pairs, readers: Readonly<Record<string, Reader>>): Promise<object> {
  let fields = {};
  for (const [name, value] of pairs) fields = { ...fields, ...(await readers[name]?.(desk, value)) };
  return fields;
}
