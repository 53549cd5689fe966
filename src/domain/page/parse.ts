import { splitDateline } from "../byline/index.ts";
import { readBody } from "./body.ts";
import { firstLineFault, pageFault } from "./checks.ts";
import { foreignFault } from "./foreign.ts";
import { readGroups, type Group } from "./groups.ts";
import { readLines } from "./lines.ts";
import { tailStart } from "./tail.ts";
import { emptyRailsOf, leftOutOf, listsOf } from "./teasers.ts";
import { readTop } from "./top.ts";
import { refuse, type Lined, type ParsedPage, type TextPage } from "./types.ts";

const sectionIn = (groups: readonly Group[]): string | null =>
  groups.map(({ list }) => list?.sectionName ?? null).find((name) => name !== null) ?? null;

/**
 * Reads a plain-text capture of an article page: headline, then (each optional) credit line, byline and dateline, then
 * paragraphs, then lists of teasers ("More from NAME", any bullets, any indentation) and rails. Texts are set to NFC
 * and clean (see `cleanText`), otherwise kept as they stand; nothing is corrected. Never throws: what is no page comes
 * back with a reason and the line it shows on.
 */
export function parseTextPage(text: string): ParsedPage {
  const foreign = foreignFault(text);
  if (foreign !== null) return foreign;
  const lines = readLines(text);
  const [firstLine] = lines;
  if (firstLine === undefined) return refuse(1, "It is empty; a page begins with its headline.");
  const start = tailStart(lines);
  const { headline, credit, byline, body } = readTop(lines.slice(0, start));
  const groups = readGroups(lines.slice(start));
  const page = {
    ...{ headline: headline ?? { text: firstLine.text, line: firstLine.number }, credit, byline },
    ...openingOf(readBody(body)),
    ...{ lists: listsOf(groups), sectionName: sectionIn(groups) },
    ...{ emptyRails: emptyRailsOf(groups), leftOut: leftOutOf(groups) },
  };
  const bodyEnd = lines[Math.max(0, start - 1)]?.number ?? 1;
  return firstLineFault(firstLine) ?? pageFault(page, bodyEnd) ?? { ok: true, page };
}

// A dateline is no part of the sentence it stands before, so it stands beside the paragraphs.
function openingOf([first, ...others]: readonly Lined[]): Pick<TextPage, "paragraphs" | "dateline"> {
  const split = first === undefined ? null : splitDateline(first.text);
  if (first === undefined || split === null) {
    return { paragraphs: first === undefined ? [] : [first, ...others], dateline: null };
  }
  return {
    dateline: { place: split.place, raw: split.raw, line: first.line },
    paragraphs: [{ ...first, text: split.rest }, ...others],
  };
}
