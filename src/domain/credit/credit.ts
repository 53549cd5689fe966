/** What a piece of a credit line says about the picture; spelled as stored and as printed by every door. */
export const CreditRole = {
  photographer: "photographer",
  agency: "agency",
  distributor: "distributor",
  pool: "pool",
  handout: "handout",
  organization: "organization",
  courtesy: "courtesy",
  client: "client",
  file: "file",
  screengrab: "screengrab",
  platform: "platform",
  account: "account",
  licence: "licence",
  copyrightYear: "copyrightYear",
  reference: "reference",
} as const;
/** One of the roles a part of a credit line can play. */
export type CreditRole = (typeof CreditRole)[keyof typeof CreditRole];

/** One fact read from a credit line; `start` and `end` are UTF-16 offsets into the raw line. */
export interface CreditPart {
  readonly role: CreditRole;
  /** As written with white space folded; the canonical name for agencies, platforms and markers. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Canonical name of the agency, present when the part names a known one. */
  readonly agency?: string;
}

/** What a stretch of the raw line is for. */
export const SegmentKind = {
  label: "label",
  part: "part",
  separator: "separator",
  wrapper: "wrapper",
  space: "space",
} as const;
/** One of the kinds of stretch. */
export type SegmentKind = (typeof SegmentKind)[keyof typeof SegmentKind];

/** A stretch of the raw line; all segments joined are the line, code unit for code unit. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly text: string;
}

/** A credit line taken apart. */
export interface ParsedCredit {
  readonly segments: readonly Segment[];
  readonly parts: readonly CreditPart[];
}
