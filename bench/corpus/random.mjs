/** A generator of numbers that gives the same sequence for the same seed (mulberry32), with what the corpus draws. */
export function randomFrom(seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(next() * count);
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (list) => list[below(list.length)],
  };
}

/** Draws places of a list of so many so that the first ones come far more often (Zipf's law). */
export function zipfOf(random, count, exponent = 1.1) {
  const sums = [];
  for (let rank = 1, sum = 0; rank <= count; rank++) sums.push((sum += rank ** -exponent));
  return () => {
    const wanted = random.next() * sums[count - 1];
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const kinds = {
  article: "1",
  revision: "2",
  media: "3",
  contributor: "4",
  topic: "5",
  section: "6",
  address: "7",
  key: "8",
};

/** A UUID (version 7: its time first, as in a real newsroom) that depends only on its arguments. */
export function idOf(kind, number, time = Date.UTC(2022, 0, 1)) {
  const stamp = time.toString(16).padStart(12, "0");
  const serial = number.toString(16).padStart(12, "0");
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${kinds[kind]}00-8000-${serial}`;
}
