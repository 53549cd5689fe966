/** How long drops are remembered, in milliseconds: longer than any statement of a reader may take. */
const REMEMBERED = 30_000;
/** So many tags are remembered at most. */
const MOST_TAGS = 200_000;

/** When a computation began, as the guard counts time. */
export interface Start {
  readonly sequence: number;
  readonly startedAt: number;
}

/** Knows which answers were overtaken by a change while they were computed. Times are of `performance.now()`. */
export class VersionGuard {
  #sequence = 0;
  #allAt = 0;
  #young = new Map<string, number>();
  #old = new Map<string, number>();
  #turnedAt = 0;

  /** Raised by every drop: whoever asks after one is not given what was begun before it. */
  get sequence(): number {
    return this.#sequence;
  }

  start(startedAt: number): Start {
    return { sequence: this.#sequence, startedAt };
  }

  dropped(tags: Iterable<string>, now: number): void {
    this.#turn(now);
    this.#sequence += 1;
    for (const tag of tags) this.#young.set(tag, this.#sequence);
    if (this.#young.size > MOST_TAGS) this.droppedAll(now);
  }

  droppedAll(now: number): void {
    this.#turn(now);
    this.#sequence += 1;
    this.#allAt = this.#sequence;
    this.#young.clear();
    this.#old.clear();
  }

  /** True when something the answer is made of was dropped since it began, or when nobody can tell any more. */
  overtook({ sequence, startedAt }: Start, tags: Iterable<string>, now: number): boolean {
    if (this.#sequence === sequence) return false;
    if (this.#allAt > sequence || now - startedAt > REMEMBERED) return true;
    for (const tag of tags)
      if ((this.#young.get(tag) ?? 0) > sequence || (this.#old.get(tag) ?? 0) > sequence) return true;
    return false;
  }

  // Two generations: what is forgotten has been remembered for its whole time at least.
  #turn(now: number): void {
    if (now - this.#turnedAt < REMEMBERED) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#turnedAt = now;
  }
}
