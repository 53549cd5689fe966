import { isWebUrl } from "../text/index.ts";
import { escapeHtml, inlineHtml, isOurPath, linkHtml, textHtml } from "./html-inline.ts";
import { pictureOf, type MediaFinder, type RenderedMedia } from "./media.ts";
import { byType, type Block, type BlockTable, type InlineText, type RelatedItem } from "./types.ts";

/** A related link as readers see it; without an address it is a teaser that leads nowhere. */
export interface RenderedLink {
  readonly headline: string;
  /** Absolute http(s) address or a path on our own site. */
  readonly url: string | null;
}

/** Where the HTML finds what blocks only name; what is not found is left out. */
export interface HtmlOptions extends MediaFinder {
  readonly related?: (item: RelatedItem) => RenderedLink | null;
}

type Html = string;

const headingTags: Readonly<Record<number, string>> = { 2: "h2", 3: "h3", 4: "h4" };
const wrap = (tag: string, inner: Html): Html => `<${tag}>${inner}</${tag}>`;
const wrapIf = (tag: string, inner: Html): Html => (inner === "" ? "" : wrap(tag, inner));
const present = <Thing>(thing: Thing | null | undefined): thing is Thing => thing !== null && thing !== undefined;

function figure({ url, alt, caption, credit }: RenderedMedia): Html {
  if (!isWebUrl(url) && !isOurPath(url)) return "";
  const words = textHtml(caption ?? "") + (caption && credit ? " " : "") + wrapIf("small", escapeHtml(credit ?? ""));
  return wrap("figure", `<img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}">${wrapIf("figcaption", words)}`);
}

function rowHtml(cell: string, close: string, cells: readonly InlineText[]): Html {
  return wrapIf("tr", cells.map((text) => `<${cell}>${inlineHtml(text)}</${close}>`).join(""));
}

function linkItem({ headline, url }: RenderedLink): Html {
  const words = escapeHtml(headline);
  return wrap("li", url === null ? words : linkHtml(url, words));
}

function box(kind: string, title: string, inner: Html): Html {
  return inner === "" ? "" : `<aside class="${kind}"><h3>${escapeHtml(title)}</h3>${inner}</aside>`;
}

function tableFor(options: HtmlOptions): BlockTable<Html> {
  return {
    paragraph: (block) => wrap("p", inlineHtml(block)),
    heading: (block) => wrap(headingTags[block.level] ?? "h2", inlineHtml(block)),
    list: ({ ordered, items }) =>
      wrap(ordered ? "ol" : "ul", items.map((item) => wrap("li", inlineHtml(item))).join("")),
    quote: (block) =>
      wrap("blockquote", wrap("p", inlineHtml(block)) + wrapIf("footer", escapeHtml(block.attribution ?? ""))),
    image: (block) => [pictureOf(block, options)].filter(present).map(figure).join(""),
    gallery: ({ mediaIds, caption }) => {
      const figures = mediaIds
        .map((id) => options.media?.(id))
        .filter(present)
        .map(figure)
        .join("");
      return wrapIf("figure", figures && figures + wrapIf("figcaption", textHtml(caption ?? "")));
    },
    embed: ({ url, fallbackText }) => wrap("p", linkHtml(url, textHtml(fallbackText))),
    divider: () => "<hr>",
    table: ({ caption, header, rows }) =>
      wrap(
        "table",
        wrapIf("caption", textHtml(caption ?? "")) +
          wrapIf("thead", rowHtml('th scope="col"', "th", header)) +
          wrapIf("tbody", rows.map((cells) => rowHtml("td", "td", cells)).join("")),
      ),
    factBox: ({ title, blocks }) => box("fact-box", title, blocksToHtml(blocks, options)),
    relatedBox: ({ title, items }) => {
      const links = items.map((item) => options.related?.(item)).filter(present);
      return box("related-box", title, wrapIf("ul", links.map(linkItem).join("")));
    },
    correctionNote: (block) => {
      const date = escapeHtml(block.date);
      const words = `<time datetime="${date}">${date}</time> ${inlineHtml(block)}`;
      return `<aside class="correction">${wrap("p", words)}</aside>`;
    },
    unknown: ({ fallbackText }) => wrapIf("p", textHtml(fallbackText)),
  };
}

/**
 * The body as safe HTML, one line a block: every text escaped, no tag or attribute but the ones written here, only
 * http(s) addresses and paths of our own. It stays safe and well formed for blocks that were never checked.
 */
export function blocksToHtml(blocks: readonly Block[], options: HtmlOptions = {}): string {
  const table = tableFor(options);
  return blocks
    .map((block) => byType(table, block))
    .filter((html) => html !== "")
    .join("\n");
}
