import { isBracket, type Partners } from "./brackets.ts";
import { trimmed, type Span } from "./view.ts";
import { closingWords } from "./vocabulary.ts";

/** What stands around a credit: its body, and the rights words and supplier number after it. */
export interface Frame {
  readonly body: Span;
  readonly labels: readonly Span[];
  readonly references: readonly Span[];
}

const reference = /\( *(\d{5,40}[a-z]{0,2}) *\)$/i;
const initialOrAbbreviation = /(?:^|[^\p{L}\p{M}])(?:\p{L}|inc|ltd|co|corp|bros|jr|sr|st)\.$/iu;

/** Rule 3: takes wrappers, a last full stop, a supplier number and "All rights reserved" off the ends of a span. */
export function frame(view: string, span: Span, partners: Partners): Frame {
  const labels: Span[] = [];
  const references: Span[] = [];
  let body = trimmed(view, span);
  for (let before = -1; before !== body.end - body.start;) {
    before = body.end - body.start;
    body = trimmed(view, withoutTail(view, withoutStop(view, body), { labels, references }));
    body = trimmed(view, withoutWrapper(view, body, partners));
  }
  return { body, labels, references };
}

function withoutStop(view: string, { start, end }: Span): Span {
  const last = view[end - 1];
  if (end <= start || (last !== "." && last !== "。")) return { start, end };
  const tail = view.slice(Math.max(start, end - 12), end);
  const keeps = end - start > 1 && last === "." && initialOrAbbreviation.test(tail);
  return keeps ? { start, end } : { start, end: end - 1 };
}

function withoutWrapper(view: string, { start, end }: Span, partners: Partners): Span {
  const isOuter = (at: number): boolean => {
    if (!isBracket(view[at]) || !partners.has(at)) return false;
    const partner = partners.get(at);
    return partner === undefined || partner < start || partner >= end || partner === (at === start ? end - 1 : start);
  };
  if (end <= start) return { start, end };
  const dropsFirst = isOuter(start);
  const dropsLast = end - start > 1 && isOuter(end - 1);
  return { start: start + (dropsFirst ? 1 : 0), end: end - (dropsLast ? 1 : 0) };
}

function withoutTail(view: string, body: Span, found: { labels: Span[]; references: Span[] }): Span {
  const tail = view.slice(Math.max(body.start, body.end - 60), body.end);
  const number = reference.exec(tail)?.[1];
  if (number !== undefined) {
    const start = body.end - tail.length + tail.lastIndexOf("(");
    const digits = view.indexOf(number, start);
    found.references.push({ start: digits, end: digits + number.length });
    return { start: body.start, end: start };
  }
  const rights = closingWords.find((phrase) => tail.toLowerCase().endsWith(phrase));
  if (rights === undefined) return body;
  const start = body.end - rights.length;
  found.labels.push({ start, end: body.end });
  return { start: body.start, end: start };
}
