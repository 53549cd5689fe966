/** Gives the time. Handed in, never global, so that a test can choose it. */
export type Clock = () => Date;

/** The machine's clock. */
export const systemClock: Clock = () => new Date();
