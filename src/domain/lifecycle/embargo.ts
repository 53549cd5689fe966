/** An embargo: a time before which no reader may have the article, or a hold until it is lifted. */
export interface Embargo {
  readonly embargoUntil: Date | null;
  readonly embargoHold: boolean;
}

/** Whether an embargo stands at a moment. */
export const underEmbargo = ({ embargoHold, embargoUntil }: Embargo, at: Date): boolean =>
  embargoHold || (embargoUntil !== null && embargoUntil > at);

/** The end of an embargo that stands, in words: "until it is lifted" or "until 2026-11-14T18:00:00.000Z". */
export const embargoEnd = ({ embargoHold, embargoUntil }: Embargo): string =>
  embargoHold || embargoUntil === null ? "until it is lifted" : `until ${embargoUntil.toISOString()}`;
