import {
  articleIdsOf,
  asUnknown,
  blocksToHtml,
  blocksToText,
  mediaIdsOf,
  parseBlocks,
  wordCount,
  type Block,
  type GalleryBlock,
  type ImageBlock,
  type RelatedBoxBlock,
  type RelatedItem,
  type RenderedMedia,
} from "../../../../src/domain/blocks/index.ts";
import { batched, oneEach, type Reader } from "../reader.ts";
import { articlesByIds } from "./article.ts";
import type { LiveArticle } from "./article.store.ts";
import { bodies } from "./children.store.ts";
import { linkInside, ownLinksOf, type ShownLink } from "./links.ts";
import { mediaNamed, placementsOf, shown, type ShownMedia } from "./media.ts";

/** A block that shows a picture. */
export interface ShownImage {
  readonly type: "image";
  readonly id: string;
  readonly media: ShownMedia;
}

/** A block that shows several pictures. */
export interface ShownGallery {
  readonly type: "gallery";
  readonly id: string;
  readonly caption: string | null;
  readonly pictures: readonly ShownMedia[];
}

/** A box of links inside the text. */
export interface ShownRelatedBox {
  readonly type: "relatedBox";
  readonly id: string;
  readonly title: string;
  readonly links: readonly ShownLink[];
}

/** A block as readers see it: what it names is filled in, and what may not be shown is gone. */
export type ShownBlock =
  Exclude<Block, ImageBlock | GalleryBlock | RelatedBoxBlock> | ShownImage | ShownGallery | ShownRelatedBox;

/** A body and everything its blocks name. */
interface Body {
  readonly blocks: readonly Block[];
  readonly picture: (block: ImageBlock) => ShownMedia | null;
  readonly media: (id: string) => ShownMedia | null;
  readonly link: (item: RelatedItem) => ShownLink | null;
}

const stored = batched<string, readonly Block[]>(async ({ db }, ids) =>
  oneEach(ids, await bodies(db, ids), ({ id }) => id).map((row) => readable(row?.blocks)),
);

// A block no rule of today knows any more must not cost readers the rest of the article.
function readable(json: unknown): readonly Block[] {
  const whole = parseBlocks(json);
  if (whole.ok) return whole.blocks;
  return (Array.isArray(json) ? json : []).flatMap((element: unknown, index) => {
    const alone = parseBlocks([element]);
    return alone.ok ? alone.blocks : [asUnknown(element, { id: `block-${String(index + 1)}` })];
  });
}

async function bodyOf(reader: Reader, article: LiveArticle): Promise<Body> {
  const blocks = await stored(reader).load(article.revisionId);
  const boxes = blocks.some(({ type }) => type === "relatedBox");
  const [named, placed, links, articles] = await Promise.all([
    mediaNamed(reader, mediaIdsOf(blocks)),
    blocks.some(({ type }) => type === "image") ? placementsOf(reader, article) : [],
    boxes ? ownLinksOf(reader, article) : [],
    articlesByIds(reader, articleIdsOf(blocks)),
  ]);
  const byKey = new Map(links.map((link) => [link.key, link]));
  const byArticle = new Map(articles.map((target) => [target.id, target]));
  const inline = new Map(placed.flatMap((one) => (one.role === "INLINE" ? [[one.position, one] as const] : [])));
  const media = (id: string): ShownMedia | null => shownOrNull(named.get(id), (found) => shown(reader, found));
  const picture = ({ id, mediaId, placement, alt, caption }: ImageBlock): ShownMedia | null => {
    const place = inline.get(placement ?? -1);
    const found = mediaId === undefined ? place?.media : named.get(mediaId);
    const words = { alt: alt ?? place?.altOverride, caption: caption ?? place?.captionOverride };
    return shownOrNull(found, (one) => shown(reader, one, { place: `${article.revisionId}/${id}`, ...words }));
  };
  const link = (item: RelatedItem): ShownLink | null =>
    "linkKey" in item
      ? (byKey.get(item.linkKey) ?? null)
      : shownOrNull(byArticle.get(item.articleId), (to) => linkInside(to, { key: to.id, kind: "RELATED" }));
  return { blocks: blocks.filter((block) => isShown(block, picture, media)), picture, media, link };
}

const shownOrNull = <Found, Shown>(found: Found | undefined, show: (found: Found) => Shown): Shown | null =>
  found === undefined ? null : show(found);

function isShown(block: Block, picture: Body["picture"], media: Body["media"]): boolean {
  if (block.type === "image") return picture(block) !== null;
  return block.type !== "gallery" || block.mediaIds.some((id) => media(id) !== null);
}

const present = <Thing>(thing: Thing | null): thing is Thing => thing !== null;

function show(block: Block, body: Body): readonly ShownBlock[] {
  if (block.type === "image") {
    return [body.picture(block)].filter(present).map((media) => ({ type: "image", id: block.id, media }));
  }
  if (block.type === "gallery") {
    const pictures = block.mediaIds.map(body.media).filter(present);
    return [{ type: "gallery", id: block.id, caption: block.caption ?? null, pictures }];
  }
  if (block.type === "relatedBox") {
    const links = block.items.map(body.link).filter(present);
    return links.length === 0 ? [] : [{ type: "relatedBox", id: block.id, title: block.title, links }];
  }
  return [block];
}

/** The body as blocks, in order. */
export async function blocksOf(reader: Reader, article: LiveArticle): Promise<readonly ShownBlock[]> {
  const body = await bodyOf(reader, article);
  return body.blocks.flatMap((block) => show(block, body));
}

/** The body as plain text. */
export async function bodyTextOf(reader: Reader, article: LiveArticle): Promise<string> {
  return blocksToText((await bodyOf(reader, article)).blocks);
}

/** How many words the body has. */
export async function wordCountOf(reader: Reader, article: LiveArticle): Promise<number> {
  return wordCount(await stored(reader).load(article.revisionId), article.language);
}

/** The body as safe HTML. */
export async function bodyHtmlOf(reader: Reader, article: LiveArticle): Promise<string> {
  const body = await bodyOf(reader, article);
  const pictures = new Map(
    body.blocks.flatMap((block) =>
      block.type === "image" ? [[block.placement ?? -1, body.picture(block)] as const] : [],
    ),
  );
  return blocksToHtml(body.blocks, {
    media: (id) => rendered(body.media(id)),
    placement: (position) => rendered(pictures.get(position) ?? null),
    related: (item) => {
      const link = body.link(item);
      return link === null ? null : { headline: link.headline, url: addressOf(reader, link) };
    },
  });
}

const rendered = (media: ShownMedia | null): RenderedMedia | null =>
  media?.image
    ? { url: media.image.url, alt: media.alt ?? "", caption: media.caption, credit: media.credit?.line ?? null }
    : null;

function addressOf({ siteUrl }: Reader, link: ShownLink): string | null {
  if (link.leads === "inside") return siteUrl + link.article.path;
  return link.leads === "outside" ? link.url : null;
}
