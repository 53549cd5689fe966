import { createUnionType } from "type-graphql";
import type { ShownBlock } from "../../../delivery/index.ts";
import * as blocks from "./blocks.type.ts";

/** The name of each type of block in the schema. */
const names: Readonly<Record<ShownBlock["type"], string>> = {
  paragraph: "ParagraphBlock",
  heading: "HeadingBlock",
  list: "ListBlock",
  quote: "QuoteBlock",
  image: "ImageBlock",
  gallery: "GalleryBlock",
  embed: "EmbedBlock",
  divider: "DividerBlock",
  table: "TableBlock",
  factBox: "FactBoxBlock",
  relatedBox: "RelatedBoxBlock",
  correctionNote: "CorrectionNoteBlock",
  unknown: "UnknownBlock",
};

/** One block of an article's body. */
export const Block = createUnionType({
  name: "Block",
  description: "One block of an article's body. More types may come: ask for __typename and skip what is new.",
  types: () =>
    [
      blocks.ParagraphBlockType,
      blocks.HeadingBlockType,
      blocks.ListBlockType,
      blocks.QuoteBlockType,
      blocks.ImageBlockType,
      blocks.GalleryBlockType,
      blocks.EmbedBlockType,
      blocks.DividerBlockType,
      blocks.TableBlockType,
      blocks.FactBoxBlockType,
      blocks.RelatedBoxBlockType,
      blocks.CorrectionNoteBlockType,
      blocks.UnknownBlockType,
    ] as const,
  resolveType: (block: unknown) => names[(block as ShownBlock).type],
});
