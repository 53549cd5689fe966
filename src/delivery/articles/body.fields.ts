import { blocksToHtml, blocksToText, storedBlocks, wordCount, type RenderedMedia } from "../../domain/blocks/index.ts";
import { readingTimeSeconds } from "../../domain/text/index.ts";
import { fieldsOf, finisher, jsonNull, jsonOf, own, recordProject, selecting } from "../plan/index.ts";
import type { Entry, House, Project, Records, Row, Run, Selection, Site, Value, Wanted } from "../plan/index.ts";
import { shownBlock, type Picture, type ShownBlock } from "./arrange.ts";
import { blocksCell, readBody, textOnly, type Body } from "./body.ts";
import type { LinkValue } from "./link-value.ts";
import { linkProject } from "./link.noun.ts";
import { pictureFacts } from "./media.noun.ts";
import { notePlaced } from "./placed-media.ts";

/** The name of each type of block in the public schema. */
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

const text = own("text", "spans");
const cellsOf = ({ rows }: Value) => (rows as readonly unknown[]).map((cells) => ({ cells }));

/** Where the fields of blocks come from; those that lead to rows stand in `blocksEntry`. */
export const blockRecords: Records = {
  InlineText: text,
  Span: own("start", "end", "kind", "href"),
  ParagraphBlock: { ...own("id"), ...text },
  HeadingBlock: { ...own("id", "level"), ...text },
  ListBlock: own("id", "ordered", "items"),
  QuoteBlock: { ...own("id", "attribution"), ...text },
  ImageBlock: own("id"),
  GalleryBlock: own("id", "caption"),
  EmbedBlock: own("id", "provider", "url", "fallbackText"),
  DividerBlock: own("id"),
  TableBlock: { ...own("id", "header", "caption"), rows: cellsOf },
  TableRow: own("cells"),
  FactBoxBlock: own("id", "title", "blocks"),
  RelatedBoxBlock: own("id", "title"),
  CorrectionNoteBlock: { ...own("id", "date", "kind"), ...text },
  UnknownBlock: own("id", "typeName", "fallbackText"),
};

/** Fields of blocks that lead to rows, by type. */
export const leadingFields = { ImageBlock: "media", GalleryBlock: "pictures", RelatedBoxBlock: "links" } as const;

const leading = (type: string, { field }: Wanted): boolean =>
  Object.entries(leadingFields).some(([from, to]) => from === type && to === field);

// Boxes hold blocks of their own: what leads to rows is looked for in them as well.
function wantedIn(selection: Selection): readonly Wanted[] {
  const here = [...selection].flatMap(([type, wanted]) => wanted.filter((one) => leading(type, one)));
  const inner = fieldsOf(selection, "FactBoxBlock").filter(({ field }) => field === "blocks");
  return [...here, ...inner.flatMap(({ below }) => wantedIn(below))];
}

const merged = (selections: readonly Selection[]): Selection =>
  new Map(
    [...new Set(selections.flatMap((one) => [...one.keys()]))].map((type) => [
      type,
      selections.flatMap((one) => fieldsOf(one, type)),
    ]),
  );

/** The body, block by block. */
export const blocksEntry =
  (house: House): Entry<"live_card"> =>
  ({ below, shape }, at) => {
    const wanted = wantedIn(below);
    const pictures = wanted.filter(({ field }) => field !== "links");
    const links = merged(wanted.filter(({ field }) => field === "links").map((one) => one.below));
    const media = pictures.length === 0 ? textOnly.media : pictures.map((one) => one.below);
    const bodyIn = readBody(house, at, { media, links });
    const note = notePlaced(at);
    const leads = (type: string, one: Wanted) => (leading(type, one) ? led(one, pictures, links) : null);
    const typeOf = ({ type }: Value) => names[type as ShownBlock["type"]];
    const finish = finisher(shape, recordProject(below, { records: blockRecords, typeOf, leads }));
    return (row, run) => {
      note(row, run);
      const { blocks, named } = bodyIn(row, run);
      return finish(
        blocks.flatMap((block) => shownBlock(block, named)),
        run,
      );
    };
  };

function led(one: Wanted, pictures: readonly Wanted[], links: Selection): Project<Value> {
  const finish =
    one.field === "links"
      ? finisher(one.shape, linkProject(one.below, links))
      : finisher(one.shape, shownAs(pictures.indexOf(one)));
  return (block, run) => finish(block[one.field], run);
}

const shownAs =
  (way: number): Project<Picture> =>
  ({ row, shows }, run) =>
    shows[way]?.(row, run) ?? jsonNull;

type Print = (body: Body, run: Run) => unknown;

const printing = (house: House, make: Print): Entry<"live_card"> => {
  const wish = { media: [pictureFacts], links: selecting({ ArticleLink: [["article", { Article: ["path"] }]] }) };
  return (_wanted, at) => {
    const bodyIn = readBody(house, at, make === asHtml ? wish : textOnly);
    const note = notePlaced(at);
    return (row, run) => {
      note(row, run);
      return jsonOf(make(bodyIn(row, run), run));
    };
  };
};

/** The body as plain text. */
export const bodyText = (house: House): Entry<"live_card"> => printing(house, ({ blocks }) => blocksToText(blocks));

/** The body as safe HTML. */
export const bodyHtml = (house: House): Entry<"live_card"> => printing(house, asHtml);

const asHtml: Print = ({ blocks, named }, run) => {
  const show = shownAs(0);
  const rendered = (one: Picture | null) => (one === null ? null : picture(JSON.parse(show(one, run)) as PictureFacts));
  const places = new Map(
    blocks.flatMap((block) => (block.type === "image" ? [[block.placement ?? -1, named.picture(block)] as const] : [])),
  );
  return blocksToHtml(blocks, {
    media: (id) => rendered(named.media(id)),
    placement: (position) => rendered(places.get(position) ?? null),
    related: (item) => {
      const link = named.link(item);
      return link === null ? null : { headline: link.headline, url: addressOf(link, run) };
    },
  });
};

interface PictureFacts {
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: { readonly line: string } | null;
  readonly image: { readonly url: string } | null;
}

function picture({ image, alt, caption, credit }: PictureFacts): RenderedMedia | null {
  return image === null ? null : { url: image.url, alt: alt ?? "", caption, credit: credit?.line ?? null };
}

function addressOf({ leads, url, article, shows: [show] }: LinkValue, run: Run): string | null {
  if (leads !== "inside" || article === null || show === undefined) return url;
  return run.siteUrl + (JSON.parse(show(article, run)) as { readonly path: string }).path;
}

const words = (at: Site<"live_card">): ((row: Row) => number) => {
  const blocks = blocksCell(at);
  const language = at.cell("language", () => at.one.col("language"));
  return (row) => wordCount(storedBlocks(row.value(blocks)), row.text(language));
};

/** How many words the body has. */
export const wordCountEntry: Entry<"live_card"> = (_wanted, at) => {
  const count = words(at);
  return (row) => jsonOf(count(row));
};

/** How long it takes to read. */
export const readingTime: Entry<"live_card"> = (_wanted, at) => {
  const count = words(at);
  return (row) => jsonOf(readingTimeSeconds(count(row)));
};
