const most = 3;

/** The things whose names resemble a mistyped one, the nearest first, each once under its nearest name, at most three. */
export function nearest<T extends { readonly id: string; readonly name: string }>(
  typed: string,
  things: readonly T[],
): readonly T[] {
  const wanted = fold(typed);
  const ranked = things
    .map((thing) => ({ thing, steps: stepsBetween(wanted, fold(thing.name)) }))
    .filter(({ steps }) => steps <= Math.max(2, wanted.length / 3))
    .toSorted((a, b) => a.steps - b.steps)
    .map(({ thing }) => thing);
  return ranked.filter((thing, at) => ranked.findIndex(({ id }) => id === thing.id) === at).slice(0, most);
}

const longest = 200;
const fold = (text: string): string => text.normalize("NFKC").toLowerCase().slice(0, longest);

/** How many letters must be put in, taken out or exchanged (V. Levenshtein, 1966); the beginning of a name is near it. */
function stepsBetween(typed: string, name: string): number {
  if (typed.length >= 3 && name.startsWith(typed)) return 1;
  let row = Array.from({ length: name.length + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= name.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (typed[i - 1] === name[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[name.length] ?? 0;
}
