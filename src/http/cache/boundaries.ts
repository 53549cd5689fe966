import type { Ahead, Change } from "../../database/changes/index.ts";

/** Passed boundaries are held for so long, in milliseconds: an answer from just before one must not outlive it. */
const HELD = 5 * 60_000;
/** The longest a timer may wait, in milliseconds. */
const LONGEST_WAIT = 60 * 60_000;

/** The moments at which the clock will change answers. All times are the database's, in milliseconds since 1970. */
export class Boundaries {
  /** Moments by tag, each list ascending. */
  #byTag = new Map<string, number[]>();
  #due: readonly Change[] = [];
  #until = 0;

  /** Takes all that is known to lie ahead, in place of what was known before; what has passed is held a while. */
  replace({ changes, until }: Ahead, now: number): void {
    this.#until = until;
    this.#rebuild([...this.#due.filter(({ dueAt }) => dueAt <= now && dueAt > now - HELD), ...changes]);
  }

  /** Takes moments that were not known before; false when all of them are too far away to matter yet. */
  add(changes: readonly Change[]): boolean {
    const near = changes.filter(({ dueAt }) => dueAt <= this.#until);
    if (near.length > 0) this.#rebuild([...this.#due, ...near]);
    return near.length > 0;
  }

  /** The first moment after another at which one of the tags is touched; at the latest that up to which all are known. */
  nextAfter(tags: Iterable<string>, at: number): number {
    let next = this.#until;
    for (const tag of tags) {
      const first = firstAfter(this.#byTag.get(tag) ?? [], at);
      if (first < next) next = first;
    }
    const all = firstAfter(this.#byTag.get("*") ?? [], at);
    return Math.min(next, all);
  }

  /** The tags touched after one moment and not after another. */
  between(from: number, to: number): readonly string[] {
    return this.#due.filter(({ dueAt }) => dueAt > from && dueAt <= to).flatMap(({ tags }) => tags);
  }

  /** How long until the next moment, in milliseconds; an hour at most. */
  waitAfter(now: number): number {
    const next = this.#due.find(({ dueAt }) => dueAt > now);
    return next === undefined ? LONGEST_WAIT : Math.min(LONGEST_WAIT, next.dueAt - now);
  }

  #rebuild(changes: Change[]): void {
    this.#due = changes.sort((one, other) => one.dueAt - other.dueAt);
    this.#byTag = new Map();
    for (const { tags, dueAt } of this.#due) {
      for (const tag of tags) {
        const moments = this.#byTag.get(tag);
        if (moments === undefined) this.#byTag.set(tag, [dueAt]);
        else if (moments.at(-1) !== dueAt) moments.push(dueAt);
      }
    }
  }
}

function firstAfter(moments: readonly number[], at: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? Infinity) > at) high = middle;
    else low = middle + 1;
  }
  return moments[low] ?? Infinity;
}
