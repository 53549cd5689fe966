/** So many texts are remembered at most, and none that is longer: strangers choose them. */
const MOST = 1_000;
const LONGEST = 100;

/** Remembers what was found for a text, where finding takes longer than looking it up and few texts ever come. */
export function remembered<Found extends string>(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    if (known.size >= MOST) known.clear();
    if (text.length <= LONGEST) known.set(text, found);
    return found;
  };
}
