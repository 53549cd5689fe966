/** What the cache has done since it was opened; plain numbers, to be read at any time. */
export interface Counters {
  /** Requests answered from kept bytes. */
  readonly hits: number;
  /** Of these, those answered with 304. */
  readonly unchanged: number;
  /** Of these, those answered with old bytes while new ones were made. */
  readonly stale: number;
  /** Requests whose answer had to be computed. */
  readonly misses: number;
  /** Requests that waited for a computation another one had begun. */
  readonly joins: number;
  /** Computations begun by the cache itself, for answers that had become old. */
  readonly refreshes: number;
  /** Computed answers that were not kept because a change overtook them. */
  readonly overtaken: number;
  /** Answers dropped because of a change. */
  readonly drops: number;
  /** Answers kept now. */
  readonly entries: number;
  /** Bytes they take, all forms together. */
  readonly bytes: number;
}

/** The same numbers, for those who count. */
export type Counting = { -readonly [Name in keyof Counters]: number };

/** Nothing done yet. */
export const zero = (): Counting => ({
  hits: 0,
  unchanged: 0,
  stale: 0,
  misses: 0,
  joins: 0,
  refreshes: 0,
  overtaken: 0,
  drops: 0,
  entries: 0,
  bytes: 0,
});
