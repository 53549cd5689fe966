import type { ShownBlock } from "./delivery/articles/index.ts";
import type { ShownLink } from "./delivery/articles/index.ts";
import type { Resolution } from "./delivery/resolve/index.ts";

const blocks: Readonly<Record<ShownBlock["type"], string>> = {
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

const links: Readonly<Record<ShownLink["leads"], string>> = {
  inside: "ArticleLink",
  outside: "ExternalLink",
  nowhere: "UnlinkedTeaser",
};

const nouns: Readonly<Record<Resolution["noun"], string>> = {
  article: "Article",
  section: "Section",
  redirect: "Redirect",
  gone: "Gone",
};

const ofNoun = (value: unknown): string => nouns[(value as Resolution).noun];

/** Which object type a value of an interface or union is, by the name of the interface or union. */
export const typeNames: Readonly<Record<string, (value: unknown) => string>> = {
  Block: (value) => blocks[(value as ShownBlock).type],
  RelatedLink: (value) => links[(value as ShownLink).leads],
  Node: ofNoun,
  Resolution: ofNoun,
};
