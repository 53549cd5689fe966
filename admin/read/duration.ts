import { DatelineError } from "../../src/kernel/errors/index.ts";

const units = { m: 1, h: 60, d: 24 * 60 } as const;

/** How many minutes "30m", "2h" or "3d" are; null for anything else. */
export function minutesIn(text: string): number | null {
  const [, count, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  return count === undefined ? null : Number(count) * units[unit as keyof typeof units];
}

/** How many minutes a person means by "30m", "2h" or "3d". Throws BAD_USAGE. */
export function readMinutes(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const minutes = minutesIn(text);
  if (minutes !== null) return minutes;
  throw new DatelineError("BAD_USAGE", {
    says: `--${option} takes a length of time, not "${text}".`,
    fix: `Write minutes, hours or days, such as --${option} 30m, 2h or 3d.`,
  });
}
