import { isSurelyCredit, readsAsCredit, readsAsName } from "./credit-line.ts";
import { endsSentence, onOneLine, runsOf, type Line } from "./lines.ts";
import type { Lined } from "./types.ts";
import { brokeForWidth, wrapWidth } from "./wrapping.ts";

/** What stands before the body, and the lines of the body. */
export interface Top {
  readonly headline: Lined | null;
  readonly credit: Lined | null;
  readonly byline: Lined | null;
  readonly body: readonly Line[];
}

const longestByline = 200;
const byline = /^by:?\s+(?=\p{Lu})/iu;

const isByline = ({ text }: Line): boolean =>
  text.length <= longestByline && byline.test(text) && readsAsName(text) && !endsSentence(text);

/** Reads headline, credit line and byline (each at most once, the last two in either order) off the first lines. */
export function readTop(lines: readonly Line[]): Top {
  const { headline, rest } = readHeadline(lines);
  const found: { credit: Lined | null; byline: Lined | null } = { credit: null, byline: null };
  let body = rest;
  for (let line = body[0]; line !== undefined; line = body[0]) {
    const kind = kindOf(line, body[1], headline?.text ?? "");
    if (kind === null || found[kind] !== null) break;
    // A credit line is kept character for character; other words are cleaned like all text of the page.
    found[kind] = { text: kind === "credit" ? line.raw : line.text, line: line.number };
    body = body.slice(1);
  }
  return found.credit === null ? { headline, ...found, ...lateCredit(body) } : { headline, ...found, body };
}

// A standfirst or a first paragraph may stand between headline and picture; no paragraph reads like such a line.
function lateCredit(body: readonly Line[]): { credit: Lined | null; body: readonly Line[] } {
  const standsAlone = (line: Line, index: number) => line.afterGap && body[index + 1]?.afterGap !== false;
  const at = body.slice(0, 3).findIndex((line, index) => standsAlone(line, index) && isSurelyCredit(line.text));
  const line = body[at];
  if (line === undefined) return { credit: null, body };
  return { credit: { text: line.raw, line: line.number }, body: body.toSpliced(at, 1) };
}

function kindOf(line: Line, next: Line | undefined, headline: string): "credit" | "byline" | null {
  // The first line of a longer paragraph may begin like a byline; a byline stands alone.
  const alone = next === undefined || next.afterGap || readsAsCredit(next.text, headline);
  if (isByline(line) && alone) return "byline";
  return readsAsCredit(line.text, headline) ? "credit" : null;
}

function readHeadline(lines: readonly Line[]): { headline: Lined | null; rest: readonly Line[] } {
  const [first, ...others] = lines;
  if (first === undefined) return { headline: null, rest: [] };
  const more = continuation(first, others);
  const text = onOneLine([first, ...others.slice(0, more)].map((line) => line.text));
  return { headline: { text, line: first.number }, rest: others.slice(more) };
}

// Only on a page whose paragraphs are wrapped can a headline run on in the next line.
function continuation(first: Line, others: readonly Line[]): number {
  const width = wrapWidth(runsOf(others).slice(others[0]?.afterGap === false ? 1 : 0));
  if (width === null) return 0;
  const end = others.findIndex((line, index) => {
    const before = others[index - 1] ?? first;
    return (
      line.afterGap ||
      endsSentence(before.text) ||
      !brokeForWidth(before, line, width) ||
      kindOf(line, others[index + 1], first.text) !== null
    );
  });
  return end === -1 ? 0 : end;
}
