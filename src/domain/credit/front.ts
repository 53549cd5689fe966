import type { AgencyBook } from "./agency-book.ts";
import { known } from "./known.ts";
import { looksLikeFullName } from "./person.ts";
import { bareNouns, byWords, labelPhrases, labelWords } from "./vocabulary.ts";
import { foldLoosely, type Span } from "./view.ts";

/** A label, and the year beside a sign, taken off the front of a credit; `end` is where the rest begins. */
export interface Front {
  readonly end: number;
  readonly labels: readonly Span[];
  readonly year: Span | null;
}

const reach = 100;
const signThenYear =
  /^(?:©|ⓒ|℗|\(c\)|copyright(?![\p{L}\d])(?: by(?= ))? *:?) *(?:(\d{4}(?: *[-–] *\d{4})?)(?![\p{L}\d/]),?)?/iu;
const yearThenSign = /^(\d{4}) *(?:©|ⓒ|\(c\)|copyright(?![\p{L}\d]))/iu;
const word = /[\p{L}\p{M}][\p{L}\p{M}'’.-]*/uy;
const chunkEnd = /[/|;,=:()[\]【】]| (?:via|for|-|–|—) /i;

/** Rule 4: the label or sign at the front of the span, or null when the credit proper begins there. */
export function takeFront(view: string, { start, end }: Span, book: AgencyBook): Front | null {
  const text = view.slice(start, Math.min(end, start + reach));
  const found = sign(text) ?? phrase(text) ?? label(text, book);
  if (found === null) return null;
  const shift = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  return { end: start + found.end, labels: found.labels.map(shift), year: found.year && shift(found.year) };
}

function sign(text: string): Front | null {
  const ahead = yearThenSign.exec(text);
  if (ahead) {
    const end = ahead[0].length;
    return { end, labels: [{ start: 4, end }], year: { start: 0, end: 4 } };
  }
  const found = signThenYear.exec(text);
  if (!found) return null;
  const [whole, year] = found;
  const yearAt = year === undefined ? whole.length : whole.lastIndexOf(year);
  const yearSpan = year === undefined ? null : { start: yearAt, end: yearAt + year.length };
  return { end: whole.length, labels: [{ start: 0, end: yearAt }], year: yearSpan };
}

function phrase(text: string): Front | null {
  const found = labelPhrases.find((candidate) => text.toLowerCase().startsWith(candidate));
  return found === undefined ? null : upTo(found.length);
}

function label(text: string, book: AgencyBook): Front | null {
  if (isKnownSource(nextChunk(text), book)) return null;
  const run = readRun(text);
  if (run.by !== null) return upTo(run.by);
  if (run.count === 0) return null;
  const next = text.slice(run.end).trimStart();
  if (/^[:=]/.test(next)) return upTo(text.length - next.length + 1);
  return labelsWithoutColon(run, next, book) ? upTo(run.end) : null;
}

/** Known and no label: "AP Photo" and "File Photo" credit somebody or say something; "Photo by Pool" does not begin so. */
function isKnownSource(chunk: string, book: AgencyBook): boolean {
  const found = known(chunk, book);
  const isNamedPool = found?.role === "pool" && found.name !== "Pool";
  return found !== null && found.role !== "label" && !isNamedPool;
}

function labelsWithoutColon(run: Run, next: string, book: AgencyBook): boolean {
  if (/^(?:©|ⓒ|\(c\)|via |copyright|courtesy|cortes[ií]a)/i.test(next)) return true;
  if (!run.bare) return false;
  if (next === "" || /^[/|–—-]/.test(next)) return true;
  const chunk = nextChunk(next);
  return run.count === 1 && (known(chunk, book) !== null || looksLikeFullName(chunk));
}

interface Run {
  readonly count: number;
  readonly end: number;
  /** True when every word is one that labels even without a colon. */
  readonly bare: boolean;
  /** Where the rest begins when the run ends in "by" or its like. */
  readonly by: number | null;
}

function readRun(text: string): Run {
  let run: Run = { count: 0, end: 0, bare: true, by: null };
  for (let at = 0; at < text.length;) {
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (found === undefined) return run;
    const folded = foldLoosely(found);
    const after = /^ *:?(?= |$)/.exec(text.slice(at + found.length));
    if (byWords.has(folded) && after && (run.count > 0 || folded === "by")) {
      return { ...run, by: at + found.length + after[0].length };
    }
    if (!labelWords.has(folded)) return run;
    run = { count: run.count + 1, end: at + found.length, bare: run.bare && bareNouns.has(folded), by: null };
    at = run.end;
    while (text[at] === " ") at += 1;
  }
  return run;
}

function nextChunk(text: string): string {
  const cut = text.search(chunkEnd);
  return (cut === -1 ? text : text.slice(0, cut)).trim();
}

function upTo(end: number): Front {
  return { end, labels: [{ start: 0, end }], year: null };
}
