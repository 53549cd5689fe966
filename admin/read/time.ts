import { DatelineError } from "../../src/kernel/errors/index.ts";
import { minutesIn } from "./duration.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What a person means by a time: on the clock of which zone, and what time it is now. */
export interface Clockwork {
  readonly zone: string;
  readonly now: Date;
}

/** A moment a person named, and what to tell them about it. */
export interface Moment {
  readonly at: Date;
  /** Set where a clock shows the time twice, because it is put back: which of the two was taken. */
  readonly note: string | null;
}

/**
 * The moment a person names: "+30m" (m, h, d), "18:00" or "6am" (the next time the clock shows it), "tomorrow 6am",
 * "monday 9:30", "2026-05-01" or "2026-05-01 06:30" on the clock of the zone, or ISO 8601 with its own zone. Throws
 * BAD_USAGE, also for a time the clock leaves out when it is put forward.
 */
export function readMoment(given: string, clock: Clockwork): Moment {
  const text = given.trim();
  const moment = plain(fromNow(text, clock)) ?? spoken(text, clock) ?? onOurClock(text, clock) ?? plain(withZone(text));
  if (moment) return moment;
  throw new DatelineError("BAD_USAGE", {
    says: `"${given}" is no time we understand.`,
    fix: 'Write "2026-05-01 06:30", "18:00", "tomorrow 6am", "+30m" or "2026-05-01T06:30Z".',
  });
}

/** The moment a person names, as `readMoment` reads it. Throws BAD_USAGE. */
export const readTime = (text: string, clock: Clockwork): Date => readMoment(text, clock).at;

const plain = (at: Date | null): Moment | null => (at === null ? null : { at, note: null });

function fromNow(text: string, { now }: Clockwork): Date | null {
  const ahead = text.startsWith("+") ? minutesIn(text.slice(1)) : null;
  return ahead === null ? null : new Date(now.getTime() + ahead * MINUTE);
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const said = new RegExp(
  `^(?:(?<day>today|tomorrow|${weekdays.join("|")})\\s+(?:at\\s+)?)?` +
    "(?<time>noon|midnight|(?<hour>\\d{1,2})(?::(?<minute>\\d{2}))?\\s*(?<half>am|pm)?)$",
  "i",
);

// A day by its name and a time of day; without a day, the next time the clock shows it.
function spoken(text: string, { zone, now }: Clockwork): Moment | null {
  const words = said.exec(text)?.groups;
  const time = words && timeOfDay(words);
  if (!time) return null;
  const today = wallOf(now, zone).slice(0, 10);
  const named = words["day"]?.toLowerCase();
  const first = named === undefined ? 0 : daysUntil(named, today);
  const moment = onClock(dayAfter(today, first), time, zone);
  if (moment === null || moment.at > now || named === "today" || named === "tomorrow") return moment;
  return onClock(dayAfter(today, first + (named === undefined ? 1 : 7)), time, zone);
}

type Words = Readonly<Record<string, string | undefined>>;

function timeOfDay({ time, hour, minute, half }: Words): string | null {
  const word = time?.toLowerCase();
  if (word === "noon") return "12:00";
  if (word === "midnight") return "00:00";
  if (half === undefined) return minute === undefined ? null : `${(hour ?? "").padStart(2, "0")}:${minute}`;
  const onDial = Number(hour);
  if (onDial < 1 || onDial > 12) return null;
  const hours = (onDial % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  return `${String(hours).padStart(2, "0")}:${minute ?? "00"}`;
}

function daysUntil(day: string, today: string): number {
  if (day === "today") return 0;
  if (day === "tomorrow") return 1;
  return (weekdays.indexOf(day) - new Date(`${today}T00:00Z`).getUTCDay() + 7) % 7;
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10);

function onOurClock(text: string, { zone }: Clockwork): Moment | null {
  const [, day, time = "00:00"] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? [];
  return day === undefined ? null : onClock(day, time, zone);
}

function onClock(day: string, time: string, zone: string): Moment | null {
  const asUtc = Date.parse(`${day}T${time}Z`);
  // 30 February would roll over into March.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 10) !== day) return null;
  const [first, second] = momentsOf(asUtc, zone);
  if (first === undefined) throw leftOut(day, time, zone);
  const at = new Date(first);
  if (second === undefined) return { at, note: null };
  return { at, note: `${day} ${time} comes twice in ${zone}; the first is meant, ${at.toISOString()}.` };
}

// What the clock may be behind or ahead by on that day or its neighbours: two offsets where it is changed.
function momentsOf(asUtc: number, zone: string): readonly number[] {
  const offsets = new Set([offsetAt(asUtc - DAY, zone), offsetAt(asUtc + DAY, zone)]);
  const shown = wallOf(new Date(asUtc), "UTC");
  return [...offsets]
    .map((offset) => asUtc - offset)
    .filter((instant) => wallOf(new Date(instant), zone) === shown)
    .toSorted((a, b) => a - b);
}

const leftOut = (day: string, time: string, zone: string): DatelineError =>
  new DatelineError("BAD_USAGE", {
    says: `There is no ${time} on ${day} in ${zone}: the clock is put forward over it.`,
    fix: "Choose a time before or after, or give one with its own zone, such as 2026-05-01T06:30Z.",
  });

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
