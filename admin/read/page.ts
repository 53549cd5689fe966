import type { VerbOption } from "../run/verb.ts";

/** Options of every list that comes in pages. */
export const pageOptions: readonly VerbOption[] = [
  { flags: "--limit <n>", help: "at most so many, up to 100" },
  { flags: "--after <id>", help: "those after this one, for the next page" },
];

/** What to say besides a page: that it is empty, or how to get the next. The noun is in the plural. */
export function pageNotes(noun: string, page: readonly { readonly id: string }[], hasMore: boolean): string[] {
  const last = page.at(-1);
  if (!last) return [`No ${noun}.`];
  return hasMore ? [`There are more: add --after ${last.id}, or --limit up to 100.`] : [];
}
