/** What is known of the database's clock and changes right now; every look at a kept answer reads it. */
export interface Pulse {
  /** Until when changes count as heard, in milliseconds of `performance.now()`. */
  hearingUntil: number;
  /** What to add to `performance.now()` for the database's clock. */
  offset: number;
  /** Raised whenever lifetimes worked out before no longer hold. */
  epoch: number;
  /** False until changes have been heard for the first time: before that nothing is kept. */
  ready: boolean;
}

/** How long after a sign of life changes still count as heard, in milliseconds. */
export const HEARD_FOR = 2_500;
/** For how long an answer is served while changes cannot be heard, in milliseconds since it was asked for. */
export const DEAF_FOR = 5_000;

/** The pulse of a server that has heard nothing yet. */
export const stillPulse = (): Pulse => ({ hearingUntil: 0, offset: 0, epoch: 0, ready: false });
