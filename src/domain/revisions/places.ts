import { listNames, textFields, type RevisionContent } from "./content.ts";
import { listsOf, same, type Item } from "./items.ts";
import type { Clash } from "./merge.ts";

/** A place where three sides of a conflict do not all say the same; undefined where a side has nothing there. */
export interface Difference extends Clash {
  readonly base: unknown;
  readonly theirs: unknown;
  readonly yours: unknown;
}

/** The sides of a conflict: what both started from, where it is known, what stands now, and what was to be saved. */
export interface ConflictSides {
  readonly base: RevisionContent | null;
  readonly theirs: RevisionContent;
  readonly yours: RevisionContent | null;
}

/** Every place where the sides that are known differ, in the order of the page; a missing side counts as their base. */
export function differencesOf({ base, theirs, yours }: ConflictSides): readonly Difference[] {
  const from = base ?? theirs;
  const all = [from, theirs, yours ?? from] as const;
  const texts = textFields.map((part) => {
    const [one, two, three] = all.map((side) => side[part]);
    return { part, key: null, base: one, theirs: two, yours: three };
  });
  const lists = all.map(listsOf);
  const items = listNames.flatMap((part) => {
    const [one, two, three] = lists.map((side) => new Map(side[part].map((item: Item) => [item.key, item.value])));
    const keys = new Set(lists.flatMap((side) => side[part].map(({ key }) => key)));
    return [...keys].map((key) => ({ part, key, base: one?.get(key), theirs: two?.get(key), yours: three?.get(key) }));
  });
  return [...texts, ...items].filter((place) => !same(place.base, place.theirs) || !same(place.base, place.yours));
}
