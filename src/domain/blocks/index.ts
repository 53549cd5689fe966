export { addressesIn, readdressed } from "./addresses.ts";
export { blocksToHtml, type HtmlOptions, type RenderedLink } from "./html.ts";
export { carryIds } from "./carry-ids.ts";
export { asUnknown, paragraphsToBlocks, type ForeignBlock } from "./import.ts";
export { plainToBlocks } from "./plain.ts";
export { blocksToMarkdown } from "./markdown.ts";
export type { RenderedMedia } from "./media.ts";
export { parseBlocks, type ParsedBlocks } from "./parse.ts";
export { storedBlocks } from "./stored.ts";
export { blocksToText, excerpt, wordCount } from "./text.ts";
export {
  blocksVersion,
  markKinds,
  noteKinds,
  type Block,
  type BlockType,
  type CorrectionNoteBlock,
  type DividerBlock,
  type EmbedBlock,
  type FactBoxBlock,
  type GalleryBlock,
  type HeadingBlock,
  type ImageBlock,
  type InlineText,
  type LinkSpan,
  type ListBlock,
  type MarkSpan,
  type ParagraphBlock,
  type QuoteBlock,
  type RelatedBoxBlock,
  type RelatedItem,
  type Span,
  type TableBlock,
  type UnknownBlock,
} from "./types.ts";
export { articleIdsOf, linkKeysOf, mediaIdsOf } from "./uses.ts";
