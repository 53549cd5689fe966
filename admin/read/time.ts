import { DatelineError } from "../../src/kernel/errors/index.ts";

const minutes = { m: 1, h: 60, d: 24 * 60 } as const;
const MINUTE = 60_000;

/** What a person means by a time: the newsroom's zone, and now. */
export interface Clockwork {
  readonly zone: string;
  readonly now: Date;
}

/**
 * The moment a person names: "+30m" (m, h, d), "18:00" (the next time the newsroom's clock shows it), "2026-05-01" or
 * "2026-05-01 06:30" on the newsroom's clock, or ISO 8601 with its own zone. Throws BAD_USAGE.
 */
export function readTime(text: string, clock: Clockwork): Date {
  const moment = fromNow(text, clock) ?? timeOfDay(text, clock) ?? onOurClock(text, clock) ?? withZone(text);
  if (moment) return moment;
  throw new DatelineError("BAD_USAGE", {
    says: `"${text}" is no time we understand.`,
    fix: 'Write "2026-05-01 06:30", "18:00", "+30m" or "2026-05-01T06:30Z".',
  });
}

function fromNow(text: string, { now }: Clockwork): Date | null {
  const [, count, unit] = /^\+(\d{1,5})([mhd])$/.exec(text) ?? [];
  if (!count) return null;
  return new Date(now.getTime() + Number(count) * minutes[unit as keyof typeof minutes] * MINUTE);
}

function timeOfDay(text: string, { zone, now }: Clockwork): Date | null {
  if (!/^\d{2}:\d{2}$/.test(text)) return null;
  const day = wallOf(now, zone).slice(0, 10);
  const today = onOurClock(`${day} ${text}`, { zone, now });
  if (!today || today > now) return today;
  const next = new Date(Date.parse(`${day}T00:00Z`) + 24 * 60 * MINUTE).toISOString().slice(0, 10);
  return onOurClock(`${next} ${text}`, { zone, now });
}

function onOurClock(text: string, { zone }: Clockwork): Date | null {
  const [, day, time = "00:00"] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? [];
  const asUtc = day === undefined ? NaN : Date.parse(`${day}T${time}Z`);
  // 30 February would roll over into March.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 10) !== day) return null;
  const guess = asUtc - offsetAt(asUtc, zone);
  return new Date(asUtc - offsetAt(guess, zone));
}

function withZone(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return null;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

const offsetAt = (instant: number, zone: string): number =>
  Date.parse(`${wallOf(new Date(instant), zone).replace(" ", "T")}Z`) - Math.floor(instant / 1000) * 1000;

/** What the clock of a zone shows, as "2026-05-01 06:30:00". */
function wallOf(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(moment);
}
