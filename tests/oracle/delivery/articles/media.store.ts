import type { Db } from "../../../../src/database/db.ts";
import type { MediaKind, PlacementRole } from "../../../../src/database/generated/enums.ts";
import type { CreditRole } from "../../../../src/domain/credit/index.ts";

/** One typed part of a credit line. */
export interface CreditPart {
  readonly role: CreditRole;
  readonly name: string;
  readonly agency: { readonly name: string } | null;
}

/** A medium as it may be shown, with its own words. */
export interface StoredMedia {
  readonly id: string;
  readonly kind: MediaKind;
  readonly mime: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly storageKey: string | null;
  readonly alt: string | null;
  readonly decorative: boolean;
  readonly caption: string | null;
  readonly creditLine: string;
  readonly digitalSourceType: string | null;
  readonly credits: readonly CreditPart[];
}

/** Where a revision shows a medium, and what it says instead of the medium's own words. */
export interface Placement {
  readonly revisionId: string;
  readonly role: PlacementRole;
  readonly position: number;
  readonly captionOverride: string | null;
  readonly altOverride: string | null;
  readonly media: StoredMedia;
}

const fields = {
  id: true,
  kind: true,
  mime: true,
  width: true,
  height: true,
  storageKey: true,
  alt: true,
  decorative: true,
  caption: true,
  creditLine: true,
  digitalSourceType: true,
  credits: { select: { role: true, name: true, agency: { select: { name: true } } }, orderBy: { position: "asc" } },
} as const;

/** What may be shown at a moment: killed media and those whose rights have run out may not. */
const showable = (at: Date) => ({
  state: "ACTIVE" as const,
  OR: [{ rightsExpireAt: null }, { rightsExpireAt: { gt: at } }],
});

/** The media with these ids that may be shown, in no order. */
export const mediaByIds = (db: Db, ids: readonly string[], at: Date): Promise<readonly StoredMedia[]> =>
  db.media.findMany({ where: { id: { in: [...ids] }, ...showable(at) }, select: fields });

/** The placements of revisions whose media may be shown: lead, inline, gallery, each in order. */
export const placements = (db: Db, revisionIds: readonly string[], at: Date): Promise<readonly Placement[]> =>
  db.mediaPlacement.findMany({
    where: { revisionId: { in: [...revisionIds] }, media: showable(at) },
    select: {
      revisionId: true,
      role: true,
      position: true,
      captionOverride: true,
      altOverride: true,
      media: { select: fields },
    },
    orderBy: [{ role: "asc" }, { position: "asc" }],
  });
