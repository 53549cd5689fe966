import { Field, ID, Int, ObjectType } from "type-graphql";
import { CorrectionKind } from "../../../delivery/index.ts";
import { CalendarDate, WebUrl } from "../../shared/index.ts";
import { typeNamed } from "../type-names.ts";
import { MarkedTextInterface } from "./inline.interface.ts";

const blockId = "Stays with the block through all revisions; unique in the article.";

/** Text with marks. */
@ObjectType("InlineText", { description: "Text with marks.", implements: MarkedTextInterface, simpleResolvers: true })
export class InlineTextType {}

/** A paragraph. */
@ObjectType("ParagraphBlock", { description: "A paragraph.", implements: MarkedTextInterface, simpleResolvers: true })
export class ParagraphBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
}

/** A heading inside the article. */
@ObjectType("HeadingBlock", {
  description: "A heading inside the article.",
  implements: MarkedTextInterface,
  simpleResolvers: true,
})
export class HeadingBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
  @Field(() => Int, { description: "2, 3 or 4; the headline is 1." })
  declare readonly level: number;
}

/** A list. */
@ObjectType("ListBlock", { description: "A list.", simpleResolvers: true })
export class ListBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
  @Field(() => Boolean, { description: "Whether its items are numbered." })
  declare readonly ordered: boolean;
  @Field(() => [InlineTextType], { description: "Its items, in order." })
  declare readonly items: readonly InlineTextType[];
}

/** A quotation set apart. */
@ObjectType("QuoteBlock", {
  description: "A quotation set apart.",
  implements: MarkedTextInterface,
  simpleResolvers: true,
})
export class QuoteBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
  @Field(() => String, { nullable: true, description: "Who said it." })
  declare readonly attribution: string | null;
}

/** A picture inside the text. */
@ObjectType("ImageBlock", { description: "A picture inside the text.", simpleResolvers: true })
export class ImageBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
  @Field(() => typeNamed("Media"), { description: "The picture, with the words it bears here." })
  declare readonly media: unknown;
}

/** Several pictures shown together. */
@ObjectType("GalleryBlock", { description: "Several pictures shown together.", simpleResolvers: true })
export class GalleryBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
  @Field(() => String, { nullable: true, description: "The words under them all." })
  declare readonly caption: string | null;
  @Field(() => [typeNamed("Media")], { description: "The pictures, in order." })
  declare readonly pictures: readonly unknown[];
}

/** Something shown from elsewhere. */
@ObjectType("EmbedBlock", { description: "Something shown from elsewhere, by its address.", simpleResolvers: true })
export class EmbedBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
  @Field(() => String, { description: "Where it comes from, e.g. a network." })
  declare readonly provider: string;
  @Field(() => WebUrl, { description: "Its address." })
  declare readonly url: string;
  @Field(() => String, { description: "What to print where it cannot be shown." })
  declare readonly fallbackText: string;
}

/** A break between parts of the text. */
@ObjectType("DividerBlock", { description: "A break between parts of the text.", simpleResolvers: true })
export class DividerBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
}

/** A row of a table. */
@ObjectType("TableRow", { description: "A row of a table.", simpleResolvers: true })
export class TableRowType {
  @Field(() => [InlineTextType], { description: "Its cells, from the first column on." })
  declare readonly cells: readonly InlineTextType[];
}

/** A table. */
@ObjectType("TableBlock", { description: "A table.", simpleResolvers: true })
export class TableBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
  @Field(() => [InlineTextType], { description: "The heads of its columns; empty when it has none." })
  declare readonly header: readonly InlineTextType[];
  @Field(() => String, { nullable: true, description: "The words above it." })
  declare readonly caption: string | null;
  @Field(() => [TableRowType], { description: "The rows, from the top." })
  declare readonly rows: readonly TableRowType[];
}

/** A box of facts beside the text. */
@ObjectType("FactBoxBlock", { description: "A box of facts beside the text.", simpleResolvers: true })
export class FactBoxBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
  @Field(() => String, { description: "Its title." })
  declare readonly title: string;
  @Field(() => [typeNamed("Block")], { description: "What is inside: paragraphs, headings and lists." })
  declare readonly blocks: readonly unknown[];
}

/** A box of links inside the text. */
@ObjectType("RelatedBoxBlock", { description: "A box of related links inside the text.", simpleResolvers: true })
export class RelatedBoxBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
  @Field(() => String, { description: "Its title." })
  declare readonly title: string;
  @Field(() => [typeNamed("RelatedLink")], { description: "The links, in order." })
  declare readonly links: readonly unknown[];
}

/** A note to readers about what was changed. */
@ObjectType("CorrectionNoteBlock", {
  description: "A note to readers, in the text, about what was changed.",
  implements: MarkedTextInterface,
  simpleResolvers: true,
})
export class CorrectionNoteBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
  @Field(() => CalendarDate, { description: "The day of the note." })
  declare readonly date: string;
  @Field(() => CorrectionKind, { description: "What the note is." })
  declare readonly kind: CorrectionKind;
}

/** A block of a type this schema does not know. */
@ObjectType("UnknownBlock", {
  description: "A block of a type this schema does not know: print the fallback, or nothing.",
  simpleResolvers: true,
})
export class UnknownBlockType {
  @Field(() => ID, { description: blockId })
  declare readonly id: string;
  @Field(() => String, { description: "What its type was called where it comes from." })
  declare readonly typeName: string;
  @Field(() => String, { description: "What to print for it; may be empty." })
  declare readonly fallbackText: string;
}
