import { DEAF_FOR } from "./pulse.ts";

/** Old bytes are served for so long while new ones are made, in seconds; never longer than they were fresh. */
const STALE_WINDOW = 30;
/** A cache in front may serve old bytes for so long when we fail, in seconds. */
const STALE_IF_ERROR = 300;

/** An answer nobody but the one who asked may keep without asking again. */
export const unshared = "public, max-age=0, must-revalidate";

/** What bounds the life of an answer; times are milliseconds of `performance.now()`. */
export interface Bounds {
  /** When the answer began to be computed. */
  readonly startedAt: number;
  /** Seconds, from the schema. */
  readonly maxAge: number;
  /** The first moment at which the clock may change the answer. */
  readonly cap: number;
  /** Whether changes are heard. */
  readonly hearing: boolean;
}

/** How an answer may be served from one moment on. */
export interface Lifetime {
  /** Until when this holds, in milliseconds of `performance.now()`. */
  readonly until: number;
  /** True when newer bytes should be made. */
  readonly stale: boolean;
  /** What caches in front are told (RFC 9111, RFC 5861), in seconds that never reach past the cap. */
  readonly cacheControl: string;
}

/** Works out how an answer may be served now; null when it may not. */
export function lifetimeAt(now: number, bounds: Bounds): Lifetime | null {
  const { startedAt, maxAge, cap } = bounds;
  if (!bounds.hearing) return deafLifetime(now, bounds);
  const fresh = Math.min(startedAt + maxAge * 1000, cap);
  // Spans first, moments from them: the difference of two moments may fall short of the span by a rounding.
  const revalidate = Math.min(STALE_WINDOW * 1000, maxAge * 1000, cap - fresh);
  const failing = Math.min(STALE_IF_ERROR * 1000, cap - fresh);
  const stale = fresh + revalidate;
  if (now >= stale) return null;
  if (now < fresh) {
    const seconds = wholeSeconds(fresh - now);
    const windows = { revalidate: wholeSeconds(revalidate), failing: wholeSeconds(failing) };
    return { until: holdsUntil(fresh, seconds), stale: false, cacheControl: shared(seconds, windows) };
  }
  const seconds = wholeSeconds(stale - now);
  const until = holdsUntil(stale, seconds);
  const windows = { revalidate: seconds, failing: Math.max(0, wholeSeconds(fresh + failing - until)) };
  return { until, stale: true, cacheControl: shared(0, windows) };
}

function deafLifetime(now: number, { startedAt, maxAge, cap }: Bounds): Lifetime | null {
  const end = Math.min(startedAt + Math.min(DEAF_FOR, maxAge * 1000), cap);
  if (now >= end) return null;
  const seconds = wholeSeconds(end - now);
  return { until: holdsUntil(end, seconds), stale: false, cacheControl: `public, max-age=0, s-maxage=${seconds}` };
}

/** Long spans are told in steps, so that a head need not be written anew every second. */
const STEP = 5;

function wholeSeconds(milliseconds: number): number {
  const seconds = Math.floor(milliseconds / 1000);
  return seconds < 2 * STEP ? seconds : seconds - (seconds % STEP);
}

/** A number of seconds before an end stays true until that many are left. */
const holdsUntil = (end: number, seconds: number): number => end - seconds * 1000;

function shared(seconds: number, { revalidate, failing }: { revalidate: number; failing: number }): string {
  const windows = `stale-while-revalidate=${revalidate}, stale-if-error=${failing}`;
  return `public, max-age=0, s-maxage=${seconds}, ${windows}`;
}
