import type { Entry, Group } from "./groups.ts";
import { onOneLine } from "./lines.ts";
import type { Lined, PageTeaser, TeaserList } from "./types.ts";

const joined = (lines: readonly { readonly text: string }[]): string => onOneLine(lines.map(({ text }) => text));

const teaser = ({ opening, headline, summary }: Entry): PageTeaser => ({
  headline: joined(headline),
  summary: summary.length === 0 ? null : joined(summary),
  line: opening.number,
});

const isEmpty = ({ entries, stray }: Group): boolean => entries.length === 0 && stray.length === 0;
const heading = ({ heading: text, line }: Group): Lined => ({ text, line: line.number });

/** The lists of teasers that have entries, in order. */
export const listsOf = (groups: readonly Group[]): readonly TeaserList[] =>
  groups.flatMap(({ list, line, entries }) =>
    list === null || entries.length === 0 ? [] : [{ ...list, line: line.number, teasers: entries.map(teaser) }],
  );

/** The headings with nothing under them. */
export const emptyRailsOf = (groups: readonly Group[]): readonly Lined[] => groups.filter(isEmpty).map(heading);

/** What is part of no list: rails that have entries, and lines that belong to nothing. */
export const leftOutOf = (groups: readonly Group[]): readonly Lined[] =>
  groups.flatMap((group) => {
    const rail = group.list === null && !isEmpty(group) ? [heading(group), ...group.entries.flatMap(linesOf)] : [];
    const stray = group.stray.map(({ text, number }) => ({ text, line: number }));
    return [...rail, ...stray].toSorted((a, b) => a.line - b.line);
  });

const linesOf = ({ headline, summary }: Entry): readonly Lined[] =>
  [...headline, ...summary].map(({ text, number }) => ({ text, line: number }));
