import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  blocksToHtml,
  type Block,
  type HtmlOptions,
  type RenderedMedia,
  type Span,
} from "../../../src/domain/blocks/index.ts";
import { anyText, soundInline, wildBlock } from "./arbitrary.ts";

const paragraph = (text: string, spans: readonly Span[] = []): Block => ({ id: "p", type: "paragraph", text, spans });
const html = (block: Block, options?: HtmlOptions): string => blocksToHtml([block], options);
const ferry: RenderedMedia = { url: "/media/ferry.png", alt: "A ferry", caption: "The ferry", credit: "JO ROE/ POOL" };

const plainTags =
  "p|h[234]|ul|ol|li|blockquote|footer|figure|figcaption|small|hr|br|table|caption|thead|tbody|tr|td|th|strong|em|sub|sup|code|a|aside|time";
const allowed = [
  new RegExp(`^</?(?:${plainTags})>$`),
  /^<a href="(?:https?:\/\/|\/)[^"<>\s]*" rel="nofollow noopener">$/i,
  /^<img src="(?:https?:\/\/|\/)[^"<>\s]*" alt="[^"<>]*">$/i,
  /^<th scope="col">$/,
  /^<aside class="(?:fact-box|related-box|correction)">$/,
  /^<time datetime="[^"<>]*">$/,
];
const voidTags = new Set(["br", "hr", "img"]);

/** What a tokenizer finds beyond our tags, properly nested, and text without a bare sign. */
function oddities(markup: string): readonly string[] {
  const open: string[] = [];
  const odd: string[] = [];
  const note = (isOdd: boolean, what: string): void => {
    if (isOdd) odd.push(what);
  };
  for (const token of markup.match(/<[^>]*>?|[^<]+/g) ?? []) {
    const name = /^<\/?([a-z0-9]+)/.exec(token)?.[1] ?? "";
    if (!token.startsWith("<")) note(/[>"']|&(?!(?:amp|lt|gt|quot|#39);)/.test(token), token);
    else note(!allowed.some((tag) => tag.test(token)), token);
    if (token.startsWith("</")) note(open.pop() !== name, `nesting at ${token}`);
    else if (token.startsWith("<") && !voidTags.has(name)) open.push(name);
  }
  return [...odd, ...open.map((name) => `open ${name}`)];
}

function textOf(markup: string): string {
  const signs: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  return markup
    .replaceAll("<br>", "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&[^;]+;/g, (entity) => signs[entity] ?? entity);
}

describe("blocks as HTML", () => {
  it("writes spans as tags, properly nested and side by side", () => {
    const spans: readonly Span[] = [
      { start: 0, end: 5, kind: "link", href: "https://example.com/?a=1&b=2" },
      { start: 0, end: 5, kind: "strong" },
      { start: 5, end: 8, kind: "em" },
      { start: 6, end: 7, kind: "sup" },
    ];
    expect(html(paragraph("ferryabc", spans))).toBe(
      '<p><a href="https://example.com/?a=1&amp;b=2" rel="nofollow noopener"><strong>ferry</strong></a>' +
        "<em>a<sup>b</sup>c</em></p>",
    );
  });

  it("writes line feeds as breaks and escapes every sign", () => {
    expect(html(paragraph("a < b\n& \"c\" 'd'"))).toBe("<p>a &lt; b<br>&amp; &quot;c&quot; &#39;d&#39;</p>");
  });

  it("prints a picture with its caption and credit, and leaves out one that may not be shown", () => {
    const image: Block = { id: "i", type: "image", mediaId: "m1", alt: 'Our "ferry"' };
    expect(html(image, { media: (id) => (id === "m1" ? ferry : null) })).toBe(
      '<figure><img src="/media/ferry.png" alt="Our &quot;ferry&quot;">' +
        "<figcaption>The ferry <small>JO ROE/ POOL</small></figcaption></figure>",
    );
    expect(html(image, { media: () => null })).toBe("");
    expect(html(image)).toBe("");
    expect(
      html({ id: "i", type: "image", placement: 0 }, { placement: () => ({ ...ferry, caption: null, credit: null }) }),
    ).toBe('<figure><img src="/media/ferry.png" alt="A ferry"></figure>');
    const gallery: Block = { id: "g", type: "gallery", mediaIds: ["m1", "m2"], caption: "Two ferries" };
    expect(html(gallery, { media: (id) => (id === "m1" ? ferry : null) })).toMatch(
      /^<figure><figure><img .*<\/figure><figcaption>Two ferries<\/figcaption><\/figure>$/,
    );
    expect(html(gallery)).toBe("");
    expect(html(image, { media: () => ({ ...ferry, url: "javascript:alert(1)" }) })).toBe("");
  });

  it("writes the other types", () => {
    const cell = (text: string) => ({ text, spans: [] });
    expect(html({ id: "h", type: "heading", level: 3, text: "Cost", spans: [] })).toBe("<h3>Cost</h3>");
    expect(html({ id: "l", type: "list", ordered: true, items: [cell("a"), cell("b")] })).toBe(
      "<ol><li>a</li><li>b</li></ol>",
    );
    expect(html({ id: "q", type: "quote", text: "Yes.", spans: [], attribution: "Jo" })).toBe(
      "<blockquote><p>Yes.</p><footer>Jo</footer></blockquote>",
    );
    expect(html({ id: "d", type: "divider" })).toBe("<hr>");
    expect(html({ id: "e", type: "embed", provider: "V", url: "https://v.example/1", fallbackText: "Film" })).toBe(
      '<p><a href="https://v.example/1" rel="nofollow noopener">Film</a></p>',
    );
    expect(html({ id: "t", type: "table", header: [cell("Day")], rows: [[cell("Mon")]], caption: "Times" })).toBe(
      '<table><caption>Times</caption><thead><tr><th scope="col">Day</th></tr></thead><tbody><tr><td>Mon</td></tr></tbody></table>',
    );
    expect(
      html({
        id: "f",
        type: "factBox",
        title: "Facts",
        blocks: [{ id: "x", type: "paragraph", text: "a", spans: [] }],
      }),
    ).toBe('<aside class="fact-box"><h3>Facts</h3><p>a</p></aside>');
    expect(
      html({ id: "c", type: "correctionNote", date: "2026-02-28", kind: "CORRECTION", text: "a", spans: [] }),
    ).toBe('<aside class="correction"><p><time datetime="2026-02-28">2026-02-28</time> a</p></aside>');
    expect(html({ id: "u", type: "unknown", typeName: "map", original: "{}", fallbackText: "A map" })).toBe(
      "<p>A map</p>",
    );
  });

  it("prints related links it is given; one without an address leads nowhere", () => {
    const box: Block = { id: "r", type: "relatedBox", title: "Read on", items: [{ linkKey: "k" }, { articleId: "a" }] };
    const related = (item: object) =>
      "linkKey" in item ? { headline: "Pier", url: null } : { headline: "Port", url: "/port" };
    expect(html(box, { related })).toBe(
      '<aside class="related-box"><h3>Read on</h3><ul><li>Pier</li>' +
        '<li><a href="/port" rel="nofollow noopener">Port</a></li></ul></aside>',
    );
    expect(html(box)).toBe("");
  });
});

describe("HTML against attackers", () => {
  it.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    " javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "//evil.example",
    "/\\evil.example",
    'https://example.com/" onmouseover="alert(1)',
    "https://example.com/'onclick='alert(1)",
    "https://example.com/><script>alert(1)</script>",
  ])("makes no live link of %j", (href) => {
    const link = html(paragraph("Click", [{ start: 0, end: 5, kind: "link", href }]));
    const embed = html({ id: "e", type: "embed", provider: "x", url: href, fallbackText: "Click" });
    for (const markup of [link, embed]) {
      expect(oddities(markup)).toEqual([]);
      expect(textOf(markup)).toBe("Click");
      expect(markup).not.toMatch(/script:|data:|evil/i);
    }
  });

  it("writes only its own tags, properly nested, for blocks nobody checked", () => {
    const options = fc
      .record({ url: fc.webUrl(), alt: anyText, caption: anyText, credit: anyText })
      .map((media): HtmlOptions => ({
        media: () => media,
        related: () => ({ headline: media.alt, url: media.caption }),
      }));
    fc.assert(
      fc.property(fc.array(wildBlock, { maxLength: 4 }), options, (blocks, given) => {
        expect(oddities(blocksToHtml(blocks, given))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps the words of a paragraph through HTML and back", () => {
    fc.assert(
      fc.property(soundInline, ({ text, spans }) => {
        expect(textOf(html(paragraph(text, spans)))).toBe(text);
      }),
    );
  });
});
