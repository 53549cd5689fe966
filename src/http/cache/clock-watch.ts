import type { Boundaries } from "./boundaries.ts";
import type { Pulse } from "./pulse.ts";

/** Wakes at every boundary of time and tells the tags that are touched there. */
export class ClockWatch {
  readonly #boundaries: Boundaries;
  readonly #pulse: Pulse;
  readonly #touch: (tags: readonly string[]) => void;
  #passed = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(boundaries: Boundaries, pulse: Pulse, touch: (tags: readonly string[]) => void) {
    this.#boundaries = boundaries;
    this.#pulse = pulse;
    this.#touch = touch;
  }

  /** Up to here all boundaries have been told: milliseconds since 1970 by the database's clock. */
  get passed(): number {
    return this.#passed;
  }

  /** Begins at this moment; what lay before it touches nothing. */
  begin(): void {
    this.#passed = this.#now();
  }

  /** Tells what has passed, and waits for the next boundary. A timer may wake early: what is left is waited for again. */
  strike(): void {
    const now = this.#now();
    const tags = this.#boundaries.between(this.#passed, now);
    this.#passed = Math.max(this.#passed, now);
    if (tags.length > 0) this.#touch(tags);
    clearTimeout(this.#timer);
    const wait = this.#boundaries.waitAfter(this.#passed);
    this.#timer = setTimeout(() => {
      this.strike();
    }, wait).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #now(): number {
    return performance.now() + this.#pulse.offset;
  }
}
