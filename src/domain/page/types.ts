/** A text of the page and the line it begins on, counted from 1. */
export interface Lined {
  readonly text: string;
  readonly line: number;
}

/** The dateline that opened the first paragraph. */
export interface PageDateline {
  readonly place: string;
  /** As written, up to where the sentence begins. */
  readonly raw: string;
  readonly line: number;
}

/** One entry of a list of teasers: another article's headline and, where the page has one, its summary. */
export interface PageTeaser {
  readonly headline: string;
  readonly summary: string | null;
  readonly line: number;
}

/** A list of teasers under a heading of its own, such as "More from Science". */
export interface TeaserList {
  readonly heading: string;
  /** The section its heading names; null for headings such as "Related". */
  readonly sectionName: string | null;
  readonly line: number;
  readonly teasers: readonly PageTeaser[];
}

/** What a plain-text capture of an article page says, in the order it says it. */
export interface TextPage {
  readonly headline: Lined;
  /** The picture's credit line, unchanged but for white space around it. */
  readonly credit: Lined | null;
  /** The byline as written, with its "By". */
  readonly byline: Lined | null;
  readonly dateline: PageDateline | null;
  readonly paragraphs: readonly Lined[];
  readonly lists: readonly TeaserList[];
  /** The section the first "More from NAME" names. */
  readonly sectionName: string | null;
  /** Headings with nothing under them, such as "Blogs". */
  readonly emptyRails: readonly Lined[];
  /** What stands after the lists and belongs to none: entries of other rails, footers. */
  readonly leftOut: readonly Lined[];
}

/** Why a text is no page, and where. */
export interface PageFault {
  readonly ok: false;
  /** From 1. */
  readonly line: number;
  /** What is wrong there and what to do, as a sentence. */
  readonly reason: string;
}

/** A page, or why the text is none. */
export type ParsedPage = { readonly ok: true; readonly page: TextPage } | PageFault;

/** The refusal for a line. */
export const refuse = (line: number, reason: string): PageFault => ({ ok: false, line, reason });
