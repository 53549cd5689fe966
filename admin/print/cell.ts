import { safe } from "./text.ts";
import type { Row, Value } from "./view.ts";

/** What a person sees of a field: one line, nothing a terminal would obey. */
export function cellOf(row: Row, name: string, zone: string): string {
  return safe(row.shown[name] ?? written(row.values[name], zone));
}

/** A value as the formats for programs write it: times in ISO 8601 (UTC), nothing as null. */
export function plainValue(value: Value): unknown {
  if (value === undefined) return null;
  return value instanceof Date ? value.toISOString() : value;
}

/** A moment on the newsroom's clock, e.g. "2026-05-01 06:30". */
export function momentIn(zone: string, moment: Date): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return format.format(moment);
}

function written(value: Value, zone: string): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return momentIn(zone, value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((each: Value) => written(each, zone)).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
