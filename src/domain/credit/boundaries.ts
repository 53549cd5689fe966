import { isBracket, type Partners } from "./brackets.ts";
import type { AgencyBook } from "./agency-book.ts";
import { known, knownPair } from "./known.ts";
import { trimmed, type Span } from "./view.ts";

// Strongest first: where two separators stand side by side (", via"), the stronger one is meant.
const shapes = {
  courtesy: String.raw`(?<![^ ,/|()\[\];:.–—-])(?:courtesy|cortes[ií]a|mit freundlicher genehmigung|avec l['’]aimable autorisation|写真提供|写真 提供|提供(?=[:：])|사진 ?제공)(?![\p{L}])(?: (?:of|by|from|von|des|der|de|del|di))?(?= |:|=|$)`,
  via: String.raw`(?<![^ ,/|()\[\];:.])v[ií]a(?= )`,
  photoBy: String.raw`(?<= )(?:photos?|photographs?|pictures?|images?|video|foto) +by(?= )`,
  sign: String.raw`©|ⓒ|\(c\)`,
  for: String.raw`(?<=[ /])(?:for|für|pour|para)(?= )`,
  licensed: String.raw`(?<= )(?:is )?licen[cs]ed under(?= )`,
  hard: String.raw`[/|=]`,
  list: "、",
  open: String.raw`[(\[【〔]`,
  close: String.raw`[)\]】〕]`,
  account: String.raw`(?<= )(?=@[\p{L}\p{N}_]|https?:)`,
  and: String.raw`(?<= )(?:and|und|et|y|e|och|og|en|&|\+)(?= )`,
  on: String.raw`(?<= )on(?= )`,
  of: String.raw`(?<= )of(?= )`,
  from: String.raw`(?<= )from(?= )`,
  by: String.raw`(?<= )by(?= )`,
  dash: String.raw`–|(?<= )-|-(?= )|-(?=pool(?![\p{L}]))`,
  emDash: "—",
  comma: "[,，]",
  colon: ":",
} as const;

/** What stands between two tokens. */
export type Joint = keyof typeof shapes;

const joints = Object.keys(shapes) as readonly Joint[];
const anyShape = new RegExp(joints.map((joint) => `(?<${joint}>${shapes[joint]})`).join("|"), "giu");
const url = /https?:\/\/[^\s|;)\]]+/giu;

/** A separator that may, or may not, divide the line; `tokens.ts` decides. */
export interface Boundary extends Span {
  readonly joint: Joint;
}

/** The stronger of two neighbouring separators. */
export function stronger(one: Joint, other: Joint): Joint {
  return joints.indexOf(one) <= joints.indexOf(other) ? one : other;
}

/**
 * Every separator in the span, in order; brackets that belong to a name, and all inside them and inside web addresses,
 * left out.
 */
export function boundaries(view: string, span: Span, partners: Partners, book: AgencyBook): readonly Boundary[] {
  const found: Boundary[] = [];
  let closedTo = span.start;
  for (const here of candidates(view, span)) {
    if (here.start < closedTo) continue;
    const partner = partners.get(here.start);
    const isBound = here.joint === "open" && !opensCredit(view, here, { span, partner, last: found.at(-1), book });
    if (isBound) closedTo = (partner ?? here.start) + 1;
    else found.push(here);
  }
  return found;
}

function* candidates(view: string, span: Span): Generator<Boundary> {
  const text = view.slice(span.start, span.end);
  const addresses = text.matchAll(url);
  let address = addresses.next().value;
  for (const match of text.matchAll(anyShape)) {
    while (address && address.index + address[0].length <= match.index) address = addresses.next().value;
    if (address && address.index < match.index) continue;
    const joint = joints.find((name) => match.groups?.[name] !== undefined) ?? "hard";
    const start = span.start + match.index;
    yield { joint, start, end: start + match[0].length };
  }
}

interface Around {
  readonly span: Span;
  readonly partner: number | undefined;
  readonly last: Boundary | undefined;
  readonly book: AgencyBook;
}

function opensCredit(view: string, open: Span, { span, partner, last, book }: Around): boolean {
  const inside = trimmed(view, { start: open.end, end: Math.min(partner ?? span.end, open.end + 160) });
  const content = view.slice(inside.start, inside.end);
  const first = (content.split(/[/|=,]/, 1)[0] ?? "").trim();
  const left = trimmed(view, { start: Math.max(last?.end ?? span.start, open.start - 160), end: open.start });
  if (left.start === left.end || isBracket(view[left.end - 1])) return true;
  const isKnown = (text: string): boolean => known(text, book) !== null || knownPair(text, book) !== null;
  return isKnown(content) || isKnown(first) || isKnown(view.slice(left.start, left.end)) || /[摄攝]$/.test(content);
}
