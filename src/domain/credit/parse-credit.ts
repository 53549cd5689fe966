import { seedBook, type AgencyBook } from "./agency-book.ts";
import { boundaries, type Boundary } from "./boundaries.ts";
import { lastBracketed, pairBrackets, type Partners } from "./brackets.ts";
import { CreditRole, SegmentKind, type CreditPart, type ParsedCredit } from "./credit.ts";
import { frame } from "./frame.ts";
import { takeFront } from "./front.ts";
import { groupsOf } from "./groups.ts";
import type { Piece } from "./piece.ts";
import { piecesOf } from "./pieces.ts";
import { partsOf } from "./roles.ts";
import { segmentsOf, type Mark } from "./segments.ts";
import { tokens } from "./tokens.ts";
import { viewOf, type Span } from "./view.ts";

/**
 * Reads a picture's credit line: who made it, who owns it, who passes it on. Never throws, whatever the string: what
 * cannot be read is an organization, and an empty line has no parts. The raw line is never changed; the texts of
 * `segments` joined are the line.
 */
export function parseCredit(line: string, agencies: AgencyBook = seedBook): ParsedCredit {
  const view = viewOf(line);
  const skipped = lastBracketed(view) ?? 0;
  const marks: Mark[] = skipped === 0 ? [] : [{ kind: SegmentKind.wrapper, start: 0, end: skipped }];
  const parts = groupsOf(view, skipped).flatMap((group) =>
    readGroup({ raw: line, view, book: agencies, marks }, group),
  );
  return { segments: segmentsOf(line, view, parts, marks), parts };
}

const signs = /©|ⓒ|\(c\)|copyright/i;

interface Reading {
  readonly raw: string;
  readonly view: string;
  readonly book: AgencyBook;
  readonly marks: Mark[];
}

function readGroup(reading: Reading, group: Span): readonly CreditPart[] {
  const { raw, view, book, marks } = reading;
  const partners = pairBrackets(view, group);
  const { body, ahead, behind } = peel(reading, group, partners);
  const found = boundaries(view, body, partners, book);
  const names = tokens(view, body, found, book);
  const isSigned = signs.test(view.slice(group.start, group.end));
  const pieces = names.flatMap((token, index) =>
    piecesOf(token, { view, book, next: names[index + 1]?.joint ?? null, isSigned }),
  );
  markLabels(marks, pieces, found);
  return partsOf(raw, [...ahead, ...pieces, ...behind]);
}

/** Rules 3 and 4: wrappers, labels and signs come off in turns until none is left. */
function peel({ view, book, marks }: Reading, group: Span, partners: Partners) {
  const ahead: Piece[] = [];
  const behind: Piece[] = [];
  let body = group;
  for (;;) {
    const framed = frame(view, body, partners);
    marks.push(...framed.labels.map((label) => ({ ...label, kind: SegmentKind.label })));
    behind.unshift(...framed.references.map((span) => fact(view, span, CreditRole.reference)).reverse());
    body = framed.body;
    const front = takeFront(view, body, book);
    if (front === null) return { body, ahead, behind };
    marks.push(...front.labels.map((label) => ({ ...label, kind: SegmentKind.label })));
    if (front.year) ahead.push(fact(view, front.year, CreditRole.copyrightYear));
    body = { start: front.end, end: body.end };
  }
}

function fact(view: string, span: Span, role: CreditRole): Piece {
  return { ...span, joint: null, known: { role, name: view.slice(span.start, span.end) } };
}

const labelling: ReadonlySet<string> = new Set(["courtesy", "photoBy", "sign", "licensed"]);

function markLabels(marks: Mark[], pieces: readonly Piece[], found: readonly Boundary[]): void {
  const spans: readonly Span[] = [
    ...found.filter((boundary) => labelling.has(boundary.joint)),
    ...pieces.filter((piece) => piece.known?.role === "label"),
  ];
  for (const { start, end } of spans) marks.push({ kind: SegmentKind.label, start, end });
}
