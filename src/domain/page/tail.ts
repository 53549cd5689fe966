import { bulletOf } from "./bullets.ts";
import { isRailName, listHeading, type ListHeading } from "./headings.ts";
import type { Line } from "./lines.ts";

/** The heading of a list of teasers that a line is, seen with what follows it; null for any other line. */
export function listHeadingAt(line: Line, next: Line | undefined): ListHeading | null {
  const heading = bulletOf(line) === null ? listHeading(line.text) : null;
  if (heading === null || next === undefined || bulletOf(next) !== null) return heading;
  // Words such as "Related" head a list only with a list under them; "More from NAME" also standing by itself.
  return line.afterGap && next.afterGap && heading.sectionName !== null ? heading : null;
}

/** Where the body ends: at the first heading of a list of teasers, or at the rail names that close the page. */
export function tailStart(lines: readonly Line[]): number {
  const list = lines.findIndex((line, index) => index > 0 && listHeadingAt(line, lines[index + 1]) !== null);
  let start = list === -1 ? lines.length : list;
  while (start > 1 && isRail(lines[start - 1])) start -= 1;
  return start;
}

const isRail = (line: Line | undefined): boolean => line !== undefined && line.afterGap && isRailName(line.text);
