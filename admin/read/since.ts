import { minutesIn } from "./duration.ts";
import { readTime, type Clockwork } from "./time.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A moment that has passed: "2h" (m, h, d) is so long ago, "18:00" the last time the clock showed it, else as `readTime`. */
export function readSince(text: string, clock: Clockwork): Date {
  const ago = minutesIn(text.replace(/^-/, ""));
  const now = clock.now.getTime();
  if (ago !== null) return new Date(now - ago * MINUTE);
  const dayBefore = new Date(now - DAY);
  return readTime(text, /^\d{2}:\d{2}$/.test(text) ? { ...clock, now: dayBefore } : clock);
}
