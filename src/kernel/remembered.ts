/** How much is remembered: strangers choose the texts. */
interface Bounds {
  /** The most texts at once. */
  readonly most: number;
  /** The length of the longest, in UTF-16 units. */
  readonly longest: number;
}

/** Remembers what was found for a text, where finding takes longer than looking it up and few texts ever come. */
export function remembered<Found>(find: (text: string) => Found, { most, longest }: Bounds): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    if (known.size >= most) known.clear();
    if (text.length <= longest) known.set(text, found);
    return found;
  };
}
