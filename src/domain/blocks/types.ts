/** Version of the block format in this file; stored beside bodies that leave the house. */
export const blocksVersion = 1;

/** Marks a stretch of text can bear, besides being a link. */
export const markKinds = ["strong", "em", "sub", "sup", "code"] as const;

/** What a correction note is; the same words as a correction's kind. */
export const noteKinds = ["CORRECTION", "CLARIFICATION", "UPDATE", "EDITORS_NOTE", "RETRACTION"] as const;

/** Where a span lies: UTF-16 offsets into its text, `start` before `end`, neither inside a surrogate pair. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch of text that is strong, emphasised, lowered, raised or code. */
export interface MarkSpan extends Stretch {
  readonly kind: (typeof markKinds)[number];
}

/** A stretch of text that leads to an http(s) address. Links never nest. */
export interface LinkSpan extends Stretch {
  readonly kind: "link";
  readonly href: string;
}

/** A marked stretch of text. Spans may nest, never cross; of two equal stretches the first stands outside. */
export type Span = MarkSpan | LinkSpan;

/** A plain string and the spans that mark it. */
export interface InlineText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** What every block has: an id that stays with it through all revisions, unique in the document. */
interface BlockBase<Type extends string> {
  readonly id: string;
  readonly type: Type;
}

/** A paragraph; a line feed in it is a line break. */
export interface ParagraphBlock extends BlockBase<"paragraph">, InlineText {}

/** A heading inside the article, below its headline (which is level 1). One line. */
export interface HeadingBlock extends BlockBase<"heading">, InlineText {
  readonly level: 2 | 3 | 4;
}

/** A list, numbered when `ordered`. */
export interface ListBlock extends BlockBase<"list"> {
  readonly ordered: boolean;
  readonly items: readonly InlineText[];
}

/** A quotation set apart, and who said it. */
export interface QuoteBlock extends BlockBase<"quote">, InlineText {
  readonly attribution?: string;
}

/** A picture: of the media library, or of the revision's INLINE placement at that position. Exactly one of the two. */
export interface ImageBlock extends BlockBase<"image"> {
  readonly mediaId?: string;
  readonly placement?: number;
  /** Said here instead of the medium's own alt text. */
  readonly alt?: string;
  /** Said here instead of the medium's own caption. */
  readonly caption?: string;
}

/** Several pictures shown together, in order. */
export interface GalleryBlock extends BlockBase<"gallery"> {
  readonly mediaIds: readonly string[];
  readonly caption?: string;
}

/** Something shown from elsewhere, by its address. Never HTML: a client that cannot show it prints the fallback. */
export interface EmbedBlock extends BlockBase<"embed"> {
  readonly provider: string;
  readonly url: string;
  readonly fallbackText: string;
}

/** A break between parts of the text. */
export type DividerBlock = BlockBase<"divider">;

/** A table; every row is as long as the header, or as the first row where there is no header (an empty list). */
export interface TableBlock extends BlockBase<"table"> {
  readonly header: readonly InlineText[];
  readonly rows: readonly (readonly InlineText[])[];
  readonly caption?: string;
}

/** A box of facts beside the text. */
export interface FactBoxBlock extends BlockBase<"factBox"> {
  readonly title: string;
  readonly blocks: readonly (ParagraphBlock | HeadingBlock | ListBlock)[];
}

/** One entry of a related box: a related link of the same revision by its key, or an article by its id. */
export type RelatedItem = { readonly linkKey: string } | { readonly articleId: string };

/** A box of related links inside the text, in order. */
export interface RelatedBoxBlock extends BlockBase<"relatedBox"> {
  readonly title: string;
  readonly items: readonly RelatedItem[];
}

/** A note to readers, in the text, about what was changed. */
export interface CorrectionNoteBlock extends BlockBase<"correctionNote">, InlineText {
  /** Calendar day, "yyyy-mm-dd". */
  readonly date: string;
  readonly kind: (typeof noteKinds)[number];
}

/** A block of a type we do not know, kept whole. */
export interface UnknownBlock extends BlockBase<"unknown"> {
  readonly typeName: string;
  /** The block as it came, as JSON text, byte for byte. */
  readonly original: string;
  /** What to print for it; may be empty. */
  readonly fallbackText: string;
}

/** One block of an article's body. */
export type Block =
  | ParagraphBlock
  | HeadingBlock
  | ListBlock
  | QuoteBlock
  | ImageBlock
  | GalleryBlock
  | EmbedBlock
  | DividerBlock
  | TableBlock
  | FactBoxBlock
  | RelatedBoxBlock
  | CorrectionNoteBlock
  | UnknownBlock;

/** The name of a block type. */
export type BlockType = Block["type"];

/** One function a block type: a table the compiler keeps complete. */
export type BlockTable<Result> = { readonly [Type in BlockType]: (block: Extract<Block, { type: Type }>) => Result };

/** What the table says for a block. */
export function byType<Result>(table: BlockTable<Result>, block: Block): Result {
  const entry = table[block.type] as (block: Block) => Result;
  return entry(block);
}

/** A block and the blocks inside it, in reading order. */
export function withInner(block: Block): readonly Block[] {
  return block.type === "factBox" ? [block, ...block.blocks] : [block];
}
