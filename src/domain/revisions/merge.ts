import type { Block } from "../blocks/index.ts";
import { listNames, textFields, type ListName, type RevisionContent, type TextField } from "./content.ts";
import { listsOf, type Item } from "./items.ts";
import { mergeLists, threeWay } from "./merge-lists.ts";
import { crossClashes } from "./merge-references.ts";
import { placedAgain } from "./merge-pictures.ts";

/** A place where two edits cannot both stand: a text, a thing in a list by its key, or (without a key) its order. */
export interface Clash {
  readonly part: TextField | ListName;
  readonly key: string | null;
}

/** One revision made of two, or the places that keep it from being made. */
export type Merged<Content> =
  { readonly ok: true; readonly content: Content } | { readonly ok: false; readonly clashes: readonly Clash[] };

/**
 * Three-way merge of what two editors made of one revision: by field, by block, link, medium, byline and topic. Where
 * they touched different places both stand; where they touched the same one differently nothing is merged. Everything
 * else of the answer is `yours`. Pure; never drops a text that either side wrote.
 */
export function mergeRevisions<Content extends RevisionContent>(
  base: RevisionContent,
  theirs: RevisionContent,
  yours: Content,
): Merged<Content> {
  const texts = textFields.map((field) => [field, threeWay(base[field], theirs[field], yours[field])] as const);
  const sides = { base: listsOf(base), theirs: listsOf(theirs), yours: listsOf(yours) };
  const lists = mergedLists(sides);
  const clashes: readonly Clash[] = [
    ...textFields.filter((field) => clashing(base[field], theirs[field], yours[field])).map(wholly),
    ...listNames.flatMap((part) => lists[part].clashes.map((key) => ({ part, key }))),
  ];
  if (clashes.length > 0) return { ok: false, clashes };
  return joined(yours, Object.fromEntries(texts), lists, sides);
}

/** The lists of all three revisions. */
export interface Sides {
  readonly base: ReturnType<typeof listsOf>;
  readonly theirs: ReturnType<typeof listsOf>;
  readonly yours: ReturnType<typeof listsOf>;
}

const wholly = (part: TextField): Clash => ({ part, key: null });

// A text may itself read "CLASH", so the word alone does not tell.
const clashing = (base: unknown, theirs: unknown, yours: unknown): boolean =>
  base !== theirs && base !== yours && theirs !== yours;

const mergedLists = ({ base, theirs, yours }: Sides) => ({
  blocks: mergeLists(base.blocks, theirs.blocks, yours.blocks),
  bylines: mergeLists(base.bylines, theirs.bylines, yours.bylines),
  media: mergeLists(base.media, theirs.media, yours.media),
  relatedLinks: mergeLists(base.relatedLinks, theirs.relatedLinks, yours.relatedLinks),
  topics: mergeLists(base.topics, theirs.topics, yours.topics),
});

type Lists = ReturnType<typeof mergedLists>;

const values = <Value>({ items }: { readonly items: readonly Item<Value>[] }): Value[] =>
  items.map(({ value }) => value);

function joined<Content extends RevisionContent>(
  yours: Content,
  texts: object,
  lists: Lists,
  sides: Sides,
): Merged<Content> {
  const links = values(lists.relatedLinks);
  const { blocks, lost } = placedAgain(values<Block>(lists.blocks), lists.media.items, sides);
  const clashes: readonly Clash[] = [
    ...lost.map((key) => ({ part: "blocks" as const, key })),
    ...crossClashes(blocks, links, sides),
  ];
  if (clashes.length > 0) return { ok: false, clashes };
  const parts = {
    ...texts,
    ...{ blocks, links, topics: values(lists.topics) },
    ...{ bylines: values(lists.bylines), placements: values(lists.media) },
  };
  return { ok: true, content: { ...yours, ...parts } };
}
