/**
 * The keys that stand in both orders and need not move: a longest run that keeps its order (patience sorting). The
 * fewest others are told to have moved.
 */
export function steady(from: readonly string[], to: readonly string[]): ReadonlySet<string> {
  const places = new Map(from.map((key, place) => [key, place]));
  const shared = to.flatMap((key) => {
    const place = places.get(key);
    return place === undefined ? [] : [{ key, place }];
  });
  const tops: number[] = [];
  const before = shared.map(({ place }, index): number => {
    const pile = pileFor(place, tops, shared);
    tops[pile] = index;
    return tops[pile - 1] ?? -1;
  });
  const run = new Set<string>();
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.add(shared[index]?.key ?? "");
  return run;
}

function pileFor(place: number, tops: readonly number[], shared: readonly { readonly place: number }[]): number {
  let [low, high] = [0, tops.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shared[tops[middle] ?? 0]?.place ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
