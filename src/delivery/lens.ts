/** What of the newspaper is seen, and when. By itself delivery can only make the lens that shows what is live. */
export interface Lens {
  /** The moment looked at; null means the database's own time. */
  readonly at: Date | null;
  /** The one article that is seen in a revision of its own, whatever its state; everything else is live. */
  readonly preview?: { readonly articleId: string; readonly revisionId: string };
}

/** What readers see now. */
export const liveLens: Lens = { at: null };

/** What readers see at a chosen moment (tests, and questions about another hour). */
export const liveAt = (at: Date): Lens => ({ at });
