import type { Look } from "./look.ts";
import { headsOf, rowOf, type Head, type Row, type View } from "./view.ts";

/** Rows under columns. */
export interface Table {
  readonly heads: readonly Head[];
  readonly rows: readonly Row[];
}

/** What a verb hands back to be printed. */
export interface Answer {
  /** A list prints as an array, a record as one object, a text as it is. */
  readonly kind: "list" | "record" | "text";
  readonly table: Table;
  /** What a person reads in place of the table. */
  readonly page?: (look: Look) => string;
  /** The record before the act; a person then sees what changed. */
  readonly before?: Row;
  /** Sentences for stderr, after the data. */
  readonly notes: readonly string[];
  readonly exit?: number;
  /** The newsroom's time zone, in which a person reads times. */
  readonly zone?: string;
}

const nothing: Table = { heads: [], rows: [] };

/** Many things; `notes` say what a person should know besides, e.g. that there is nothing. */
export function listOf<T>(view: View<T>, things: readonly T[], notes: readonly string[] = []): Answer {
  return { kind: "list", table: { heads: headsOf(view), rows: things.map((thing) => rowOf(view, thing)) }, notes };
}

/** One thing, optionally with a page of its own for people. */
export function recordOf<T>(view: View<T>, thing: T, page?: (look: Look) => string): Answer {
  const table = { heads: headsOf(view), rows: [rowOf(view, thing)] };
  return { kind: "record", table, notes: [], ...(page && { page }) };
}

/** One thing that was made or changed: `before` is null for what is new; `said` tells the act and the next step. */
export function changed<T>(view: View<T>, before: T | null, after: T, said: readonly string[]): Answer {
  const record = recordOf(view, after);
  if (before === null) return { ...record, notes: said };
  const [old, now] = [rowOf(view, before), record.table.rows[0]];
  const same = JSON.stringify(old.values) === JSON.stringify(now?.values);
  return { ...record, before: old, notes: same ? ["Nothing changed."] : said };
}

/** A plain text that goes to stdout as it is, in any format. */
export const textOf = (text: string): Answer => ({ kind: "text", table: nothing, notes: [], page: () => text });
