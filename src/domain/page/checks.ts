import { bulletOf } from "./bullets.ts";
import { isSurelyCredit } from "./credit-line.ts";
import { listHeading } from "./headings.ts";
import type { Line } from "./lines.ts";
import { refuse, type Lined, type PageFault, type PageTeaser, type TextPage } from "./types.ts";

/** The most a page may hold: texts in UTF-16 units, as the newsroom stores them. */
const most = {
  headline: 250,
  summary: 1000,
  section: 120,
  byline: 200,
  paragraph: 20_000,
  paragraphs: 2_000,
  teasers: 200,
} as const;

const tooLong = (what: string, { text, line }: Lined, limit: number): PageFault | null =>
  text.length <= limit ? null : refuse(line, `${what} has ${text.length} characters; at most ${limit} are allowed.`);

/** Why a page cannot begin with this line; null when it can be a headline. */
export function firstLineFault(line: Line): PageFault | null {
  const { number, text } = line;
  if ((listHeading(text)?.sectionName ?? null) !== null)
    return refuse(number, `The headline is missing: the page begins with "${text}".`);
  const bullet = bulletOf(line);
  if (bullet !== null && bullet.style !== "number")
    return refuse(number, "The headline is missing: the page begins with a list.");
  if (isSurelyCredit(text)) return refuse(number, "The headline is missing: the page begins with a credit line.");
  return null;
}

const teaserFault = ({ headline, summary, line }: PageTeaser): PageFault | null => {
  if (headline === "") return refuse(line, "An entry of the list has no headline; add it or take the bullet away.");
  return (
    tooLong("The headline of this entry", { text: headline, line }, most.headline) ??
    tooLong("The summary of this entry", { text: summary ?? "", line }, most.summary)
  );
};

const checks: readonly ((page: TextPage, lastLine: number) => PageFault | null | undefined)[] = [
  ({ headline }) => tooLong("It begins with a paragraph, not a headline: the first line", headline, most.headline),
  ({ paragraphs, headline }, lastLine) =>
    paragraphs.length > 0 ? null : refuse(lastLine, `No paragraph follows the headline of line ${headline.line}.`),
  ({ paragraphs: [first, ...others] }) =>
    first !== undefined && [first, ...others].every(isEntry)
      ? refuse(first.line, "Only a list follows the headline; a page has paragraphs.")
      : null,
  ({ paragraphs }) =>
    paragraphs.length <= most.paragraphs
      ? null
      : refuse(paragraphs[most.paragraphs]?.line ?? 1, `It has more than ${most.paragraphs} paragraphs.`),
  ({ paragraphs }) => first(paragraphs, (paragraph) => tooLong("This paragraph", paragraph, most.paragraph)),
  ({ lists }) =>
    first(lists, ({ heading, line }) => tooLong("The heading of the list", { text: heading, line }, most.section)),
  ({ lists }) =>
    first(
      lists.flatMap(({ teasers }) => teasers),
      teaserFault,
    ),
  ({ lists }) => {
    const extra = lists.flatMap(({ teasers }) => teasers)[most.teasers];
    return extra === undefined ? null : refuse(extra.line, `Its lists have more than ${most.teasers} entries.`);
  },
];

const isEntry = ({ text }: Lined): boolean => bulletOf({ text, indent: 0 }) !== null;

function first<T>(things: readonly T[], faultOf: (thing: T) => PageFault | null): PageFault | null {
  for (const thing of things) {
    const fault = faultOf(thing);
    if (fault !== null) return fault;
  }
  return null;
}

/** The first thing wrong with a page that was taken apart, or null. `lastLine` is where its body ends. */
export function pageFault(page: TextPage, lastLine: number): PageFault | null {
  return first(checks, (check) => check(page, lastLine) ?? null);
}
