import type { Fault } from "../../kernel/errors/index.ts";
import { isWebUrl } from "../text/index.ts";
import { markKinds, type InlineText, type LinkSpan, type Span } from "./types.ts";

interface Placed {
  readonly span: Span;
  readonly index: number;
}

/** Outer before inner: by start, longer first, then as written. */
function inReadingOrder(spans: readonly Span[]): readonly Placed[] {
  const placed = spans.map((span, index) => ({ span, index }));
  return placed.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.index - b.index);
}

function splitsPair(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, offset - 1), offset + 1)) && offset > 0;
}

type SpanRule = readonly [key: keyof LinkSpan, breaks: (span: Span, text: string) => boolean, says: string];

const kinds: ReadonlySet<string> = new Set([...markKinds, "link"]);
const rules: readonly SpanRule[] = [
  ["kind", (span) => !kinds.has(span.kind), "Is no kind of span."],
  ["start", (span) => !Number.isInteger(span.start) || span.start < 0, "Must be a whole number from 0."],
  ["end", (span) => !Number.isInteger(span.end) || span.end <= span.start, "Must lie after the start."],
  ["end", (span, text) => span.end > text.length, "Must not lie beyond the end of the text."],
  ["start", (span, text) => splitsPair(text, span.start), "Must not lie inside a surrogate pair."],
  ["end", (span, text) => splitsPair(text, span.end), "Must not lie inside a surrogate pair."],
  ["href", (span) => span.kind === "link" && !isWebUrl(span.href), "Must be an http or https address."],
];

function ownFaults({ span, index }: Placed, text: string): readonly Fault[] {
  const broken = rules.filter(([, breaks]) => breaks(span, text));
  return broken.map(([key, , message]) => ({ path: ["spans", index, key], message }));
}

/** Drops the spans around a position from the end of `open`, until the innermost one reaches beyond it. */
function closeUntil(open: Span[], position: number): void {
  while ((open.at(-1)?.end ?? Infinity) <= position) open.pop();
}

function nestingFault(open: readonly Span[], { span, index }: Placed): Fault | null {
  const outer = open.at(-1);
  if (outer && span.end > outer.end) return { path: ["spans", index], message: "Must not cross another span." };
  const inLink = span.kind === "link" && open.some(({ kind }) => kind === "link");
  return inLink ? { path: ["spans", index], message: "Must not be a link inside a link." } : null;
}

/** What is wrong with the spans of a text, and those spans that are sound, outer before inner. */
export function checkSpans({ text, spans }: InlineText): { faults: readonly Fault[]; sound: readonly Span[] } {
  const faults: Fault[] = [];
  const sound: Span[] = [];
  const open: Span[] = [];
  for (const placed of inReadingOrder(spans)) {
    closeUntil(open, placed.span.start);
    const own = ownFaults(placed, text);
    const nesting = own.length > 0 ? null : nestingFault(open, placed);
    faults.push(...own, ...(nesting ? [nesting] : []));
    if (own.length > 0 || nesting) continue;
    open.push(placed.span);
    sound.push(placed.span);
  }
  return { faults, sound };
}
