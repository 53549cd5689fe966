/** A connection that can be cut. */
interface Cuttable {
  /** Ends it; whoever waits for its answer hears of that. */
  readonly end: () => Promise<void>;
}

/** Connections are looked at so many times within the longest time an answer may take. */
const LOOKS = 8;

/**
 * Cuts connections that answer too late. One timer looks after all of them: with a timer for each statement, Node keeps
 * what every statement found until the heap is cleared as a whole, long after it was needed.
 */
export class Overdue<Connection extends Cuttable> {
  /** Milliseconds. */
  readonly #limit: number;
  /** Since when each connection has been asked, in milliseconds of `performance.now()`; Infinity while it is not. */
  readonly #since = new Map<Connection, number>();
  readonly #cut = new WeakSet<Connection>();
  readonly #timer: NodeJS.Timeout;

  constructor(limit: number) {
    this.#limit = limit;
    this.#timer = setInterval(() => {
      this.#look();
    }, limit / LOOKS).unref();
  }

  /** From now on an answer is waited for. */
  asked(connection: Connection): void {
    this.#since.set(connection, performance.now());
  }

  /** Whether a connection was cut because its answer came too late. */
  wasCut(connection: Connection): boolean {
    return this.#cut.has(connection);
  }

  /** No answer is waited for any more. */
  answered(connection: Connection): void {
    if (this.#since.has(connection)) this.#since.set(connection, Infinity);
  }

  /** A connection is gone. */
  forget(connection: Connection): void {
    this.#since.delete(connection);
  }

  /** Looks no more. */
  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const limit = performance.now() - this.#limit;
    for (const [connection, since] of this.#since) {
      if (since >= limit) continue;
      this.#since.delete(connection);
      this.#cut.add(connection);
      void connection.end();
    }
  }
}
