import type { Span } from "./view.ts";

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "【": "】", "〔": "〕" };
const opening = new Set(Object.keys(closing));
const closers = new Set(Object.values(closing));

/** True for a sign that opens or closes a wrapped credit. */
export function isBracket(sign: string | undefined): boolean {
  return sign !== undefined && (opening.has(sign) || closers.has(sign));
}

/**
 * Partner of each bracket by offset; one without a partner is present with `undefined`. The copyright sign "(c)" is no
 * bracket.
 */
export type Partners = ReadonlyMap<number, number | undefined>;

/** Pairs the brackets of a span, innermost first. */
export function pairBrackets(view: string, span: Span): Partners {
  const partners = new Map<number, number | undefined>();
  const open: number[] = [];
  for (let at = span.start; at < span.end; at += 1) {
    const sign = view[at] ?? "";
    if (opening.has(sign)) {
      if (isCopyrightSign(view, at)) at += 2;
      else {
        open.push(at);
        partners.set(at, undefined);
      }
    } else if (closers.has(sign)) close(view, at, open, partners);
  }
  return partners;
}

function close(view: string, at: number, open: number[], partners: Map<number, number | undefined>): void {
  const last = open.at(-1);
  if (last === undefined || closing[view[last] ?? ""] !== view[at]) {
    partners.set(at, undefined);
    return;
  }
  open.pop();
  partners.set(last, at);
  partners.set(at, last);
}

function isCopyrightSign(view: string, at: number): boolean {
  return view.slice(at, at + 3).toLowerCase() === "(c)";
}

const doubled = /[)\]】〕] *[([【〔]/g;
const aside = /^[([【〔] *(?:c[)\]】〕]|\d{5,40}[a-z]{0,2} *[)\]】〕]|cc[ 0-]|public domain|@)/i;

/** Rule 2: where the last of two bracketed credits begins; the stretch before it is not read. Null when there are not two. */
export function lastBracketed(view: string): number | null {
  const partners = pairBrackets(view, { start: 0, end: view.length });
  const first = view.search(/[^ ]/);
  let found: number | null = null;
  for (const match of view.matchAll(doubled)) {
    const next = match.index + match[0].length - 1;
    const opener = partners.get(match.index);
    const isWrapped = opener === undefined || opener === first || opener === found;
    if (isWrapped && !aside.test(view.slice(next, next + 60))) found = next;
  }
  return found;
}
