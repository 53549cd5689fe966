import type { ImageBlock } from "./types.ts";

/** What a rendering needs to know of a picture. */
export interface RenderedMedia {
  /** Absolute http(s) address, or a path on our own site beginning with one slash. */
  readonly url: string;
  readonly alt: string;
  readonly caption: string | null;
  /** The credit line that must be printed. */
  readonly credit: string | null;
}

/** Finds pictures for a rendering; null for one that may not be shown or has no file, which is then left out. */
export interface MediaFinder {
  readonly media?: (id: string) => RenderedMedia | null;
  /** The revision's INLINE placement at a position. */
  readonly placement?: (position: number) => RenderedMedia | null;
}

/** The picture of an image block with what the block says instead of the medium; null when there is none to show. */
export function pictureOf(block: ImageBlock, find: MediaFinder): RenderedMedia | null {
  const { mediaId, placement } = block;
  const found = mediaId === undefined ? placement !== undefined && find.placement?.(placement) : find.media?.(mediaId);
  return found ? { ...found, alt: block.alt ?? found.alt, caption: block.caption ?? found.caption } : null;
}
