import { isLive, type ArticleClock } from "./live.ts";

/** A revision that comes before readers, and from when on. */
interface Opening {
  readonly revisionId: string;
  readonly at: Date;
}

/** What an act brings before readers that was not on its way there: at once, or at a time ahead. */
export const openings = (before: ArticleClock, after: ArticleClock, now: Date): readonly Opening[] =>
  meant(after, now).filter(({ revisionId, at }) => {
    const stood = meant(before, now).some((old) => old.revisionId === revisionId && Number(old.at) === Number(at));
    return !stood || (isLive(after, at) && !isLive(before, at));
  });

// What somebody means readers to have; an embargo or an expiry may still stand against it.
function meant({ state, liveRevisionId, publishedAt, nextRevisionId, nextAt }: ArticleClock, now: Date): Opening[] {
  if (state !== "PUBLISHED") return [];
  const pointers = [
    [liveRevisionId, publishedAt],
    [nextRevisionId, nextAt],
  ] as const;
  return pointers.flatMap(([revisionId, from]) =>
    revisionId === null || from === null ? [] : [{ revisionId, at: from > now ? from : now }],
  );
}
