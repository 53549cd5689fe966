/** Chance that can be repeated: the same seed gives the same newsroom. */
export interface Dice {
  /** A whole number from 0 up to, not including, `below`. */
  readonly roll: (below: number) => number;
  /** True in so many of a hundred cases. */
  readonly chance: (percent: number) => boolean;
  /** One of these. */
  readonly pick: <Thing>(things: readonly Thing[]) => Thing;
  /** Some of these, each at most once, in a random order. */
  readonly some: <Thing>(things: readonly Thing[], most: number) => readonly Thing[];
}

/** Dice that fall as their seed says (mulberry32). */
export function diceOf(seed: number): Dice {
  const state = { now: seed >>> 0 };
  const next = (): number => {
    state.now = (state.now + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state.now ^ (state.now >>> 15), state.now | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const roll = (below: number): number => Math.floor(next() * below);
  const pick = <Thing>(things: readonly Thing[]): Thing => {
    if (things.length === 0) throw new Error("There is nothing to pick from.");
    return things[roll(things.length)] as Thing;
  };
  const some = <Thing>(things: readonly Thing[], most: number): readonly Thing[] => {
    const left = [...things];
    const many = Math.min(roll(most + 1), left.length);
    return Array.from({ length: many }, () => left.splice(roll(left.length), 1)).flat();
  };
  return { roll, chance: (percent) => roll(100) < percent, pick, some };
}

/** The thing in some cases, else what stands for its absence. */
export const perhaps = <Thing, None>(dice: Dice, percent: number, thing: () => Thing, none: None): Thing | None =>
  dice.chance(percent) ? thing() : none;
