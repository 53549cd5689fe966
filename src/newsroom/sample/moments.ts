const HOUR = 3_600_000;
const tokens = /\{(?<unit>day|time)(?<shift>[+-][\d.]+)?\}/gu;

const shapes = {
  day: { hours: 24, options: { weekday: "long" } },
  time: { hours: 1, options: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } },
} as const;

/**
 * A copy of what was written with "{day}" as the weekday of a moment in a time zone, "{day-1}" as that of the day
 * before, "{time}" as the time of day, "{time-1.5}" as that an hour and a half earlier: what names days and hours fits
 * whenever it is loaded.
 */
export function withMoments<T>(written: T, moment: Date, zone: string): T {
  const named = (_token: string, unit: keyof typeof shapes, shift = "0") => {
    const { hours, options } = shapes[unit];
    const format = new Intl.DateTimeFormat("en", { ...options, timeZone: zone });
    return format.format(moment.getTime() + Number(shift) * hours * HOUR).replace(":", ".");
  };
  return JSON.parse(JSON.stringify(written).replace(tokens, named)) as T;
}
