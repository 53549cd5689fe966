import { listNames, textFields, type ListName, type TextField } from "./content.ts";
import { segmentsOf, type Segment } from "./segments.ts";
import { steady } from "./steady.ts";

/** A thing in a list as people read it: what names it, and its fields as texts. */
export interface Part {
  readonly key: string;
  readonly label: string;
  readonly fields: Readonly<Record<string, string | null>>;
}

/** A revision made ready to be compared. */
export interface Described {
  readonly texts: Readonly<Record<TextField, string | null>>;
  readonly lists: Readonly<Record<ListName, readonly Part[]>>;
}

/** A text that differs: null where there was or is none. */
export interface TextChange {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly segments: readonly Segment[];
}

/** What became of a thing in a list. */
export const PartChangeKind = { ADDED: "ADDED", REMOVED: "REMOVED", CHANGED: "CHANGED", MOVED: "MOVED" } as const;
/** What became of a thing in a list. */
export type PartChangeKind = (typeof PartChangeKind)[keyof typeof PartChangeKind];

/** A thing in a list that differs. */
export interface PartChange {
  readonly key: string;
  readonly label: string;
  readonly change: PartChangeKind;
  /** Whether it also stands elsewhere among the others. */
  readonly moved: boolean;
  /** From 0 in the old list; null where it was not in it. */
  readonly from: number | null;
  /** From 0 in the new list; null where it is not in it. */
  readonly to: number | null;
  /** Its own fields that differ; all of them where it came or went. */
  readonly fields: readonly TextChange[];
}

/** All that differs between two revisions. */
export interface RevisionDiff {
  readonly texts: readonly TextChange[];
  readonly lists: Readonly<Record<ListName, readonly PartChange[]>>;
}

/** What differs between two revisions; words are parted as the language does. Pure, and empty for two that say the same. */
export function diffRevisions(from: Described, to: Described, language: string): RevisionDiff {
  const lists = listNames.map((name) => [name, partChanges(from.lists[name], to.lists[name], language)] as const);
  const texts = textChanges(pick(from.texts), pick(to.texts), language);
  return { texts, lists: Object.fromEntries(lists) as Record<ListName, readonly PartChange[]> };
}

/** Whether a diff tells of nothing. */
export const isEmptyDiff = ({ texts, lists }: RevisionDiff): boolean =>
  texts.length === 0 && listNames.every((name) => lists[name].length === 0);

const pick = (texts: Described["texts"]) => Object.fromEntries(textFields.map((field) => [field, texts[field]]));

type Fields = Part["fields"];

function textChanges(from: Fields, to: Fields, language: string): readonly TextChange[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((name) => {
    const [old, now] = [from[name] ?? null, to[name] ?? null];
    return old === now ? [] : [{ name, from: old, to: now, segments: segmentsOf(old ?? "", now ?? "", language) }];
  });
}

function partChanges(from: readonly Part[], to: readonly Part[], language: string): readonly PartChange[] {
  const [old, now] = [placed(from), placed(to)];
  const still = steady(
    from.map(({ key }) => key),
    to.map(({ key }) => key),
  );
  const changes = [...new Set([...to, ...from].map(({ key }) => key))].flatMap((key) =>
    partChange(old.get(key), now.get(key), { moved: !still.has(key), language }),
  );
  // What went is told where it stood.
  return changes.sort((one, other) => placeOf(one) - placeOf(other));
}

const placeOf = ({ from, to }: PartChange): number => to ?? (from ?? 0) - 0.5;
const placed = (parts: readonly Part[]) => new Map(parts.map((part, place) => [part.key, { part, place }]));

/** Where the words differ, what is inside differs with them; it is told only by itself. */
const told = (fields: readonly TextChange[]): readonly TextChange[] =>
  fields.filter(({ name }) => name !== "details" || !fields.some((field) => field.name === "text"));

interface Place {
  readonly part: Part;
  readonly place: number;
}

function partChange(
  old: Place | undefined,
  now: Place | undefined,
  { moved, language }: { readonly moved: boolean; readonly language: string },
): readonly PartChange[] {
  const fields = told(textChanges(old?.part.fields ?? {}, now?.part.fields ?? {}, language));
  if (old === undefined) return now === undefined ? [] : [came(now, fields)];
  if (now === undefined) return [{ ...came(old, fields), change: "REMOVED", from: old.place, to: null }];
  if (fields.length === 0 && !moved) return [];
  const change = fields.length > 0 ? "CHANGED" : "MOVED";
  return [{ ...came(now, fields), change, moved, from: old.place }];
}

const came = ({ part: { key, label }, place }: Place, fields: readonly TextChange[]): PartChange => ({
  ...{ key, label, change: "ADDED", moved: false, from: null, to: place, fields },
});
