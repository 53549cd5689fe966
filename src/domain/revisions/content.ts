import type { Block } from "../blocks/index.ts";

/** The fields of a revision that are one text each, in the order of the page. */
export const textFields = [
  ...(["kicker", "headline", "shortHeadline", "standfirst", "datelinePlace", "datelineRaw"] as const),
  ...(["language", "seoTitle", "seoDescription"] as const),
] as const;
/** A field that is one text. */
export type TextField = (typeof textFields)[number];

/** The lists of a revision, in the order they are told of. */
export const listNames = ["blocks", "bylines", "media", "relatedLinks", "topics"] as const;
/** A list of a revision. */
export type ListName = (typeof listNames)[number];

/** A name in the byline. */
export interface BylinePart {
  readonly contributorId: string | null;
  readonly nameAsWritten: string;
  readonly role: string;
}

/** A medium on the page; order counts within its role. */
export interface PlacementPart {
  readonly mediaId: string;
  readonly role: string;
  readonly captionOverride: string | null;
  readonly altOverride: string | null;
}

/** A related link; its key names it through all revisions. */
export interface LinkPart {
  readonly key: string;
  readonly kind: string;
  readonly targetArticleId: string | null;
  readonly externalAddressId: string | null;
  readonly headline: string | null;
  readonly summary: string | null;
  readonly heading: string | null;
  readonly reciprocal: boolean;
}

/** What a revision says: its texts and its ordered lists, without who saved it and when. */
export interface RevisionContent extends Readonly<Record<TextField, string | null>> {
  readonly blocks: readonly Block[];
  readonly bylines: readonly BylinePart[];
  readonly placements: readonly PlacementPart[];
  readonly links: readonly LinkPart[];
  readonly topics: readonly string[];
}
