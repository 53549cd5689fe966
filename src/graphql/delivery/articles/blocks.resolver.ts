import { FieldResolver, Resolver, Root } from "type-graphql";
import type { ShownBlock, ShownGallery, ShownImage, ShownLink, ShownRelatedBox } from "../../../delivery/index.ts";
import type { FactBoxBlock, InlineText, TableBlock } from "../../../domain/blocks/index.ts";
import { Block } from "./block.union.ts";
import {
  FactBoxBlockType,
  GalleryBlockType,
  ImageBlockType,
  RelatedBoxBlockType,
  TableBlockType,
  TableRowType,
} from "./blocks.type.ts";
import { MediaType } from "./parts.type.ts";
import { asMedia, type GivenMedia } from "./parts.ts";
import { RelatedLinkInterface } from "./related-link.interface.ts";

/** The picture of a block. */
@Resolver(() => ImageBlockType)
export class ImageBlockResolver {
  @FieldResolver(() => MediaType, { description: "The picture, with the words it bears here." })
  media(@Root() { media }: ShownImage): GivenMedia {
    return asMedia(media);
  }
}

/** The pictures of a gallery. */
@Resolver(() => GalleryBlockType)
export class GalleryBlockResolver {
  @FieldResolver(() => [MediaType], { description: "The pictures, in order." })
  pictures(@Root() { pictures }: ShownGallery): readonly GivenMedia[] {
    return pictures.map(asMedia);
  }
}

/** The rows of a table. */
@Resolver(() => TableBlockType)
export class TableBlockResolver {
  @FieldResolver(() => [TableRowType], { description: "The rows, from the top." })
  rows(@Root() { rows }: TableBlock): readonly { readonly cells: readonly InlineText[] }[] {
    return rows.map((cells) => ({ cells }));
  }
}

/** What is inside a fact box. */
@Resolver(() => FactBoxBlockType)
export class FactBoxBlockResolver {
  @FieldResolver(() => [Block], { description: "What is inside: paragraphs, headings and lists." })
  blocks(@Root() { blocks }: FactBoxBlock): readonly ShownBlock[] {
    return blocks;
  }
}

/** The links of a related box. */
@Resolver(() => RelatedBoxBlockType)
export class RelatedBoxBlockResolver {
  @FieldResolver(() => [RelatedLinkInterface], { description: "The links, in order." })
  links(@Root() { links }: ShownRelatedBox): readonly ShownLink[] {
    return links;
  }
}
