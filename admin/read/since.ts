import { readTime, type Clockwork } from "./time.ts";

const minutes = { m: 1, h: 60, d: 24 * 60 } as const;
const MINUTE = 60_000;

/** A moment that has passed: "2h" (m, h, d) is so long ago, "18:00" the last time the clock showed it, else as `readTime`. */
export function readSince(text: string, clock: Clockwork): Date {
  const [, count, unit] = /^-?(\d{1,5})([mhd])$/.exec(text) ?? [];
  const { now } = clock;
  if (count) return new Date(now.getTime() - Number(count) * minutes[unit as keyof typeof minutes] * MINUTE);
  const dayBefore = new Date(now.getTime() - minutes.d * MINUTE);
  return readTime(text, /^\d{2}:\d{2}$/.test(text) ? { ...clock, now: dayBefore } : clock);
}
