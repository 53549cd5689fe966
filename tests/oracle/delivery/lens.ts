/** What of the newspaper is seen, and when. By itself delivery can only make the lens that shows what is live. */
export interface Lens {
  /** The moment looked at; null means the database's own time. */
  readonly at: Date | null;
}

/** What readers see now. */
export const liveLens: Lens = { at: null };

/** What readers see at a chosen moment (tests, and questions about another hour). */
export const liveAt = (at: Date): Lens => ({ at });
