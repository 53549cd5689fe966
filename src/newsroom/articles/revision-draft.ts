import type { BylineRole, LinkKind, PlacementRole, RevisionKind } from "../../database/generated/enums.ts";
import type { Block } from "../../domain/blocks/index.ts";
import type { RevisionRow } from "./revisions.store.ts";

/** A revision before it is written: words and ordered children. Order in the lists is order on the page. */
export interface RevisionDraft {
  readonly kind: RevisionKind;
  readonly headline: string;
  readonly shortHeadline: string | null;
  readonly kicker: string | null;
  readonly standfirst: string | null;
  readonly blocks: readonly Block[];
  readonly datelinePlace: string | null;
  readonly datelineRaw: string | null;
  readonly language: string;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly note: string | null;
  readonly bylines: readonly DraftByline[];
  readonly placements: readonly DraftPlacement[];
  readonly links: readonly DraftLink[];
  readonly topics: readonly string[];
}

/** A name in the byline. */
export interface DraftByline {
  readonly contributorId: string | null;
  readonly nameAsWritten: string;
  readonly role: BylineRole;
}

/** A medium on the page; order counts within its role. */
export interface DraftPlacement {
  readonly mediaId: string;
  readonly role: PlacementRole;
  readonly captionOverride: string | null;
  readonly altOverride: string | null;
}

/** A related link; `key` names it through all revisions. */
export interface DraftLink {
  readonly key: string;
  readonly kind: LinkKind;
  readonly targetArticleId: string | null;
  readonly externalAddressId: string | null;
  readonly headline: string | null;
  readonly summary: string | null;
  readonly heading: string | null;
  readonly reciprocal: boolean;
}

/** The next revision as a copy of one that stands: the start of every edit. */
export function draftOf(revision: RevisionRow): RevisionDraft {
  const {
    headline,
    shortHeadline,
    kicker,
    standfirst,
    datelinePlace,
    datelineRaw,
    language,
    seoTitle,
    seoDescription,
  } = revision;
  return {
    kind: "SAVE",
    note: null,
    ...{ headline, shortHeadline, kicker, standfirst, datelinePlace, datelineRaw, language, seoTitle, seoDescription },
    blocks: revision.blocks as unknown as readonly Block[],
    bylines: revision.bylines,
    placements: revision.placements,
    links: revision.links,
    topics: revision.topics.map(({ topicId }) => topicId),
  };
}
