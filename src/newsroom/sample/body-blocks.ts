import type { Block } from "../../domain/blocks/index.ts";
import type { BodyItem } from "./body.schema.ts";
import { inlineText } from "./inline-marks.ts";

/** What the names in a body stand for. */
export interface BodyNames {
  readonly mediaId: (key: string) => string;
  readonly articleId: (slug: string) => string;
  /** The calendar day so many hours before the loading, "yyyy-mm-dd". */
  readonly day: (hoursAgo: number) => string;
}

type Without<B> = B extends Block ? Omit<B, "id"> : never;
type Shape = Without<Block>;
type Item<Key extends string> = Extract<BodyItem, Record<Key, unknown>>;

const list = ({ list: items, ordered }: { list: readonly string[]; ordered: boolean }) => ({
  type: "list" as const,
  ordered,
  items: items.map(inlineText),
});

const paragraph = (text: string) => ({ type: "paragraph" as const, ...inlineText(text) });

const factBox = ({ facts, blocks }: Item<"facts">): Shape => ({
  type: "factBox",
  title: facts,
  blocks: blocks.map((inner, index) => ({
    id: `f${String(index + 1)}`,
    ...(typeof inner === "string" ? paragraph(inner) : list(inner)),
  })),
});

const table = ({ table: { header, rows, caption } }: Item<"table">): Shape => ({
  type: "table",
  header: header.map(inlineText),
  rows: rows.map((row) => row.map(inlineText)),
  ...(caption === undefined ? {} : { caption }),
});

/** How each kind of item becomes a block, by the key that tells it. */
const shapes: { readonly [Key in Kind]: (item: Item<Key>, names: BodyNames) => Shape } = {
  heading: ({ heading }) => ({ type: "heading", level: 2, ...inlineText(heading) }),
  list,
  quote: ({ quote, by }) => ({ type: "quote", attribution: by, ...inlineText(quote) }),
  image: ({ image }) => ({ type: "image", placement: image }),
  gallery: ({ gallery, caption }, names) => ({ type: "gallery", mediaIds: gallery.map(names.mediaId), caption }),
  embed: ({ embed, provider, fallback }) => ({ type: "embed", provider, url: embed, fallbackText: fallback }),
  divider: () => ({ type: "divider" }),
  table,
  facts: factBox,
  related: ({ related, title }, names) => ({
    type: "relatedBox",
    title,
    items: related.map((slug) => ({ articleId: names.articleId(slug) })),
  }),
  note: ({ note, kind, hoursAgo }, names) => ({
    type: "correctionNote",
    kind,
    date: names.day(hoursAgo),
    ...inlineText(note),
  }),
};
type Kind =
  "heading" | "list" | "quote" | "image" | "gallery" | "embed" | "divider" | "table" | "facts" | "related" | "note";

function shapeOf(item: BodyItem, names: BodyNames): Shape {
  if (typeof item === "string") return paragraph(item);
  const kind = (Object.keys(shapes) as Kind[]).find((key) => key in item) ?? "divider";
  const shape = shapes[kind] as (item: BodyItem, names: BodyNames) => Shape;
  return shape(item, names);
}

/** The body of a sample article as blocks, numbered b1, b2 … in reading order. */
export const bodyBlocks = (body: readonly BodyItem[], names: BodyNames): readonly Block[] =>
  body.map((item, index) => ({ id: `b${String(index + 1)}`, ...shapeOf(item, names) }));
