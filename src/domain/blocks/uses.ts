import { withInner, type Block, type RelatedItem } from "./types.ts";

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function mediaOf(block: Block): readonly string[] {
  if (block.type === "gallery") return block.mediaIds;
  return block.type === "image" && block.mediaId !== undefined ? [block.mediaId] : [];
}

function itemsOf(blocks: readonly Block[]): readonly RelatedItem[] {
  return blocks.flatMap((block) => (block.type === "relatedBox" ? block.items : []));
}

/** Ids of the media the blocks name, each once, in reading order. Placements are counted with their revision. */
export function mediaIdsOf(blocks: readonly Block[]): readonly string[] {
  return distinct(blocks.flatMap(withInner).flatMap(mediaOf));
}

/** Keys of the related links the blocks show, each once, in reading order. */
export function linkKeysOf(blocks: readonly Block[]): readonly string[] {
  return distinct(itemsOf(blocks).flatMap((item) => ("linkKey" in item ? [item.linkKey] : [])));
}

/** Ids of the articles the blocks name, each once, in reading order. */
export function articleIdsOf(blocks: readonly Block[]): readonly string[] {
  return distinct(itemsOf(blocks).flatMap((item) => ("articleId" in item ? [item.articleId] : [])));
}
