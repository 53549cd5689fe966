import type { MediaKind } from "../../../../src/database/generated/enums.ts";
import { batched, manyEach, oneEach, type Reader } from "../reader.ts";
import type { LiveArticle } from "./article.store.ts";
import { mediaByIds, placements, type CreditPart, type Placement, type StoredMedia } from "./media.store.ts";

/** The file of a picture. */
export interface MediaImage {
  /** Absolute address. */
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly mime: string;
}

/** A medium in one place, with the words it bears there. */
export interface ShownMedia {
  /** The medium's id; with words of its own in that place, an id of the place. */
  readonly key: string;
  readonly kind: MediaKind;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: { readonly line: string; readonly parts: readonly CreditPart[] } | null;
  /** Null while there is no file, and for what is no picture. */
  readonly image: MediaImage | null;
  /** Made or completed by artificial intelligence: such media are labelled. */
  readonly isAiGenerated: boolean;
}

/** Words said in one place instead of a medium's own. */
export interface OwnWords {
  readonly place: string;
  readonly alt: string | null | undefined;
  readonly caption: string | null | undefined;
}

const noWords: OwnWords = { place: "", alt: null, caption: null };

/** IPTC digital source types that oblige a visible label (cv.iptc.org/newscodes/digitalsourcetype). */
const madeByMachine = new Set([
  "trainedAlgorithmicMedia",
  "compositeWithTrainedAlgorithmicMedia",
  "compositeSynthetic",
]);

function imageOf({ siteUrl }: Reader, media: StoredMedia): MediaImage | null {
  const { kind, storageKey, mime, width, height } = media;
  if (kind !== "IMAGE" || storageKey === null || mime === null || width === null || height === null) return null;
  return { url: `${siteUrl}/media/${storageKey}`, width, height, mime };
}

const isMadeByMachine = ({ digitalSourceType }: StoredMedia): boolean =>
  madeByMachine.has(digitalSourceType?.split(/[/:]/).at(-1) ?? "");

/** A medium as it is shown in a place. */
export function shown(reader: Reader, media: StoredMedia, words: OwnWords = noWords): ShownMedia {
  const own = [words.alt, words.caption].some((text) => typeof text === "string");
  const line = media.creditLine;
  return {
    key: own ? `${media.id}/${words.place}` : media.id,
    kind: media.kind,
    alt: words.alt ?? (media.decorative ? "" : media.alt),
    caption: words.caption ?? media.caption,
    credit: line === "" ? null : { line, parts: media.credits },
    image: imageOf(reader, media),
    isAiGenerated: isMadeByMachine(media),
  };
}

const byId = batched<string, StoredMedia | null>(async ({ db }, ids, at) =>
  oneEach(ids, await mediaByIds(db, ids, at), ({ id }) => id),
);

const ofRevision = batched<string, readonly Placement[]>(async ({ db }, ids, at) =>
  manyEach(ids, await placements(db, ids, at), ({ revisionId }) => revisionId),
);

/** The media with these ids that may be shown, by id. */
export async function mediaNamed(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, StoredMedia>> {
  const found = await Promise.all(ids.map((id) => byId(reader).load(id)));
  return new Map(found.flatMap((media) => (media === null ? [] : [[media.id, media] as const])));
}

/** The placements of an article's revision whose media may be shown. */
export const placementsOf = (reader: Reader, { revisionId }: LiveArticle): Promise<readonly Placement[]> =>
  ofRevision(reader).load(revisionId);

/** A placed medium with the words of its place. */
const shownAt = (reader: Reader, placement: Placement): ShownMedia =>
  shown(reader, placement.media, {
    place: `${placement.revisionId}/${placement.role}/${String(placement.position)}`,
    alt: placement.altOverride,
    caption: placement.captionOverride,
  });

/** All media of an article: the lead, those inside the text, the gallery, each in order. */
export async function mediaOf(reader: Reader, article: LiveArticle): Promise<readonly ShownMedia[]> {
  return (await placementsOf(reader, article)).map((placement) => shownAt(reader, placement));
}

/** The medium an article leads with, or null. */
export async function leadMediaOf(reader: Reader, article: LiveArticle): Promise<ShownMedia | null> {
  const lead = (await placementsOf(reader, article)).find(({ role }) => role === "LEAD");
  return lead === undefined ? null : shownAt(reader, lead);
}
