import { same, type Item } from "./items.ts";

/** Two lists that came from one, made one again, and the keys of what cannot be: null stands for their order. */
export interface MergedList<Value> {
  readonly items: readonly Item<Value>[];
  readonly clashes: readonly (string | null)[];
}

/**
 * Three-way merge of keyed things. What one side changed, added, removed or moved is taken; what both changed
 * differently, or one changed and the other removed, clashes; so does the order when both moved things differently.
 * Where both added at one place, theirs come first.
 */
export function mergeLists<Value>(
  base: readonly Item<Value>[],
  theirs: readonly Item<Value>[],
  yours: readonly Item<Value>[],
): MergedList<Value> {
  const sides = { base: byKey(base), theirs: byKey(theirs), yours: byKey(yours) };
  const kept = new Map<string, Item<Value>>();
  const clashes: (string | null)[] = [];
  for (const key of new Set([...base, ...theirs, ...yours].map((item) => item.key))) {
    const verdict = threeWay(sides.base.get(key), sides.theirs.get(key), sides.yours.get(key));
    if (verdict === "CLASH") clashes.push(key);
    else if (verdict !== undefined) kept.set(key, verdict);
  }
  const order = orderOf(keysOf(base), keysOf(theirs), keysOf(yours));
  if (order === null) return { items: [], clashes: [...clashes, null] };
  return { items: order.flatMap((key) => kept.get(key) ?? []), clashes };
}

/** What stands when one thing became two: the one that differs from before; a clash when both do, unless alike. */
export function threeWay<Value>(base: Value, theirs: Value, yours: Value): Value | "CLASH" {
  if (same(base, yours) || same(theirs, yours)) return theirs;
  return same(base, theirs) ? yours : "CLASH";
}

const byKey = <Value>(items: readonly Item<Value>[]) => new Map(items.map((item) => [item.key, item]));
const keysOf = (items: readonly Item[]): readonly string[] => items.map(({ key }) => key);

type Keys = readonly string[];

/** All keys of both sides in one order; null when both sides moved what they share, differently. */
function orderOf(base: Keys, theirs: Keys, yours: Keys): Keys | null {
  const sides = [base, theirs, yours].map((keys) => new Set(keys));
  const shared = (keys: Keys): Keys => keys.filter((key) => sides.every((side) => side.has(key)));
  const moved = (keys: Keys): boolean => !same(shared(keys), shared(base));
  if (moved(yours) && moved(theirs) && !same(shared(yours), shared(theirs))) return null;
  return moved(yours) ? woven(yours, theirs, new Set()) : woven(theirs, yours, added(theirs, base));
}

function added(keys: Keys, base: Keys): ReadonlySet<string> {
  const known = new Set(base);
  return new Set(keys.filter((key) => !known.has(key)));
}

/** The keys of one side, with what only the other has behind what it stands behind there. */
function woven(lead: Keys, other: Keys, first: ReadonlySet<string>): Keys {
  const all = [...lead];
  const known = new Set(lead);
  let before: string | null = null;
  for (const key of other) {
    if (!known.has(key)) {
      let place: number = before === null ? 0 : all.indexOf(before) + 1;
      while (first.has(all[place] ?? "")) place += 1;
      all.splice(place, 0, key);
      known.add(key);
    }
    before = key;
  }
  return all;
}
