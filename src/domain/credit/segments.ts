import { isBracket } from "./brackets.ts";
import { SegmentKind, type CreditPart, type Segment } from "./credit.ts";
import type { Span } from "./view.ts";

/** A stretch whose kind is already known. */
export interface Mark extends Span {
  readonly kind: SegmentKind;
}

/** Covers the whole raw line: parts and marks as they are, what lies between as spaces, wrappers and separators. */
export function segmentsOf(
  raw: string,
  view: string,
  parts: readonly CreditPart[],
  marks: readonly Mark[],
): readonly Segment[] {
  const kept = [...parts.map((part) => ({ ...part, kind: SegmentKind.part })), ...marks].sort(byStart);
  const segments: Segment[] = [];
  let at = 0;
  for (const mark of kept) {
    if (mark.start < at || mark.start >= mark.end) continue;
    fillGap(segments, raw, view, { start: at, end: mark.start });
    segments.push({ kind: mark.kind, text: raw.slice(mark.start, mark.end) });
    at = mark.end;
  }
  fillGap(segments, raw, view, { start: at, end: raw.length });
  return segments;
}

function byStart(one: Mark, other: Mark): number {
  return one.start - other.start || Number(other.kind === SegmentKind.part) - Number(one.kind === SegmentKind.part);
}

function fillGap(segments: Segment[], raw: string, view: string, { start, end }: Span): void {
  let from = start;
  for (let at = start + 1; at <= end; at += 1) {
    const kind = kindOf(view[from]);
    if (at < end && kindOf(view[at]) === kind) continue;
    segments.push({ kind, text: raw.slice(from, at) });
    from = at;
  }
}

function kindOf(sign: string | undefined): SegmentKind {
  if (sign === " ") return SegmentKind.space;
  return isBracket(sign) ? SegmentKind.wrapper : SegmentKind.separator;
}
