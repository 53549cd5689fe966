import { bulletOf, type Bullet } from "./bullets.ts";
import { bareHeading, couldBeHeading, isRailName, type ListHeading } from "./headings.ts";
import { endsSentence, type Line } from "./lines.ts";
import { listHeadingAt } from "./tail.ts";
import { brokeForWidth, widthOf } from "./wrapping.ts";

/** One entry under a heading, as lines. */
export interface Entry {
  readonly opening: Line;
  /** Null for an entry told only by its place. */
  readonly bullet: Bullet | null;
  readonly headline: Line[];
  readonly summary: Line[];
}

/** A heading and what stands under it. */
export interface Group {
  readonly line: Line;
  readonly heading: string;
  /** What a list of teasers is called; null for a rail. */
  readonly list: ListHeading | null;
  readonly entries: Entry[];
  readonly stray: Line[];
}

interface Reader {
  readonly lines: readonly Line[];
  readonly bulleted: boolean;
  readonly gapless: boolean;
  readonly width: number;
  readonly groups: Group[];
}

/** Takes the end of a page apart: lists of teasers and rails, each under its heading. */
export function readGroups(lines: readonly Line[]): readonly Group[] {
  const bulleted = lines.some((line) => bulletOf(line) !== null);
  const gapless = lines.slice(1).every(({ afterGap }) => !afterGap);
  const reader: Reader = { lines, bulleted, gapless, width: widthOf(lines), groups: [] };
  for (const index of lines.keys()) place(reader, index);
  return reader.groups;
}

function place(reader: Reader, index: number): void {
  const { lines, groups } = reader;
  const line = lines[index];
  if (line === undefined) return;
  const group = groups.at(-1);
  const list = listHeadingAt(line, lines[index + 1]);
  if (list !== null) groups.push({ line, heading: list.heading, list, entries: [], stray: [] });
  else if (group === undefined || isRailHeading(reader, index)) groups.push(rail(line));
  else placeUnder(reader, group, index, line);
}

const rail = (line: Line): Group => ({ line, heading: bareHeading(line.text), list: null, entries: [], stray: [] });

function placeUnder(reader: Reader, group: Group, index: number, line: Line): void {
  const entry = group.entries.at(-1);
  const bullet = bulletOf(line);
  if (bullet !== null && opens(group, bullet, line)) {
    const headline = bullet.text === "" ? [] : [{ ...line, text: bullet.text, indent: bullet.textIndent }];
    group.entries.push({ opening: line, bullet, headline, summary: [] });
  } else if (entry?.headline.length === 0) entry.headline.push(line);
  else if (entry !== undefined && entry.bullet !== null) extend(reader, group, entry, index);
  else if (reader.bulleted || group.list === null) group.stray.push(line);
  else placeUnmarked(group, entry, line);
}

// Entries of one list open with the same sign; another sign further in belongs to the text.
function opens({ entries }: Group, bullet: Bullet, line: Line): boolean {
  const first = entries.find((entry) => entry.bullet !== null);
  return first === undefined || first.bullet?.style === bullet.style || line.indent <= first.opening.indent;
}

function extend({ lines, width }: Reader, group: Group, entry: Entry, index: number): void {
  const line = lines[index];
  const before = entry.headline.at(-1);
  if (line === undefined || before === undefined) return;
  const runsOn = entry.summary.length === 0 && !line.afterGap && headlineRunsOn(lines, index, before, width);
  if (runsOn) entry.headline.push(line);
  else if (isStray(group, entry, line)) group.stray.push(line);
  else entry.summary.push(line);
}

// A wrapped headline is told by where it broke and a summary apart from it, or by a summary standing further in.
function headlineRunsOn(lines: readonly Line[], index: number, before: Line, width: number): boolean {
  const line = lines[index];
  if (line === undefined) return false;
  const end = lines.findIndex((later, at) => at > index && (later.afterGap || bulletOf(later) !== null));
  const run = lines.slice(index + 1, end === -1 ? lines.length : end);
  if (line.indent === before.indent && run.some(({ indent }) => indent > line.indent)) return true;
  const next = end === -1 ? undefined : lines[end];
  const summaryApart = next !== undefined && bulletOf(next) === null && !couldBeHeading(next, 6);
  return summaryApart && brokeForWidth(before, line, width);
}

// Where summaries stand further in than their bullets, a paragraph that does not is no part of them.
const isStray = ({ entries }: Group, { summary, opening }: Entry, line: Line): boolean =>
  summary.length > 0 &&
  line.afterGap &&
  line.indent <= opening.indent &&
  entries.every((entry) => entry.summary.every(({ indent }) => indent > entry.opening.indent));

function placeUnmarked(group: Group, entry: Entry | undefined, line: Line): void {
  const first = entry?.headline[0];
  const next = first === undefined || (line.afterGap && !endsSentence(line.text) && line.indent <= first.indent);
  if (next) group.entries.push({ opening: line, bullet: null, headline: [line], summary: [] });
  else entry?.summary.push(line);
}

function isRailHeading(reader: Reader, index: number): boolean {
  const line = reader.lines[index];
  const unnamed = reader.groups.at(-1)?.entries.at(-1)?.headline.length === 0;
  if (line === undefined || unnamed || bulletOf(line) !== null) return false;
  if (!couldBeHeading(line, 6) || !standsApart(reader, index)) return false;
  return isRailName(line.text) || couldBeHeading(line, mostHeadingWords(reader, line));
}

function standsApart({ lines, gapless }: Reader, index: number): boolean {
  const next = lines[index + 1];
  return (
    gapless || (lines[index]?.afterGap === true && (next === undefined || next.afterGap || bulletOf(next) !== null))
  );
}

// The less the place says, the shorter a line must be to pass for a heading nobody knows.
function mostHeadingWords({ lines, groups, bulleted, gapless }: Reader, line: Line): number {
  const group = groups.at(-1);
  const entry = group?.entries.at(-1);
  if (entry === undefined) return group?.list === null ? 4 : bulleted ? 6 : 3;
  if (line.indent > entry.opening.indent || (gapless && line !== lines.at(-1))) return 0;
  return entry.summary.length > 0 && entry.bullet !== null ? 6 : 3;
}
