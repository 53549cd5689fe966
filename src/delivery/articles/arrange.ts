import type { Block, GalleryBlock, ImageBlock, RelatedBoxBlock, RelatedItem } from "../../domain/blocks/index.ts";
import type { Project, Row, Value } from "../plan/index.ts";
import type { LinkValue } from "./link-value.ts";

/** A picture of a body, and how it is shown in each way that is wanted of the body's media. */
export interface Picture {
  readonly row: Row;
  readonly shows: readonly Project<Row>[];
}

/** What the blocks of a body name, as far as it may be shown. */
export interface Named {
  /** The picture of a block, with the words it bears there. */
  readonly picture: (block: ImageBlock) => Picture | null;
  readonly media: (id: string) => Picture | null;
  readonly link: (item: RelatedItem) => LinkValue | null;
}

/** A block that shows a picture. */
interface ShownImage {
  readonly type: "image";
  readonly id: string;
  readonly media: Picture;
}

/** A block that shows several pictures. */
interface ShownGallery {
  readonly type: "gallery";
  readonly id: string;
  readonly caption: string | null;
  readonly pictures: readonly Picture[];
}

/** A box of links inside the text. */
interface ShownRelatedBox {
  readonly type: "relatedBox";
  readonly id: string;
  readonly title: string;
  readonly links: readonly LinkValue[];
}

/** A block as readers see it: what it names is filled in, and what may not be shown is gone. */
export type ShownBlock = (
  Exclude<Block, ImageBlock | GalleryBlock | RelatedBoxBlock> | ShownImage | ShownGallery | ShownRelatedBox
) &
  Value;

const present = <Thing>(thing: Thing | null): thing is Thing => thing !== null;

/** The blocks that have something to show. */
export function showable(blocks: readonly Block[], { picture, media }: Named): readonly Block[] {
  return blocks.filter((block) => {
    if (block.type === "image") return picture(block) !== null;
    return block.type !== "gallery" || block.mediaIds.some((id) => media(id) !== null);
  });
}

/** A block with what it names filled in; none where nothing is left of it. */
export function shownBlock(block: Block, { picture, media, link }: Named): readonly ShownBlock[] {
  if (block.type === "image") {
    return [picture(block)].filter(present).map((shown) => ({ type: "image", id: block.id, media: shown }));
  }
  if (block.type === "gallery") {
    const pictures = block.mediaIds.map(media).filter(present);
    return [{ type: "gallery", id: block.id, caption: block.caption ?? null, pictures }];
  }
  if (block.type === "relatedBox") {
    const links = block.items.map(link).filter(present);
    return links.length === 0 ? [] : [{ type: "relatedBox", id: block.id, title: block.title, links }];
  }
  return [block as ShownBlock];
}
