import { createUnionType } from "type-graphql";
import * as blocks from "./blocks.type.ts";

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
});
