import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { blocksToMarkdown, type Block, type InlineText, type Span } from "../../../src/domain/blocks/index.ts";
import { anyText, soundInline, wildBlock } from "./arbitrary.ts";

const cell = (text: string, spans: readonly Span[] = []): InlineText => ({ text, spans });
const markdown = (...blocks: readonly Block[]): string => blocksToMarkdown(blocks);
const paragraph = (text: string, spans: readonly Span[] = []): string =>
  markdown({ id: "p", type: "paragraph", text, spans }).slice(0, -1);
const bullets = (...items: readonly string[]): Block => ({
  id: "l",
  type: "list",
  ordered: false,
  items: items.map((text) => cell(text)),
});

/** What a CommonMark reader makes of escapes, entities and hard breaks. */
function shown(source: string): string {
  const entities: Record<string, string> = { "&amp;": "&", "&#32;": " ", "&#10;": "\n" };
  return source.replace(/\\([^])|&(?:amp|#32|#10);/g, (found, sign?: string) => sign ?? entities[found] ?? found);
}

describe("Markdown text", () => {
  it.each([
    ["plain words, with a comma (and more).", "plain words, with a comma (and more)."],
    [
      "*stars* _lines_ [links](x) <tags> `code` a|b ~~no~~",
      "\\*stars\\* \\_lines\\_ \\[links\\](x) \\<tags\\> \\`code\\` a\\|b \\~\\~no\\~\\~",
    ],
    ["AT&amp;T \\ more", "AT&amp;amp;T \\\\ more"],
    ["# no heading", "\\# no heading"],
    ["- no list", "\\- no list"],
    ["12. no list either", "12\\. no list either"],
    ["2026 was 12. of its kind", "2026 was 12. of its kind"],
    [":::", "\\:::"],
    ["two\nlines", "two\\\nlines"],
    ["one\n- two", "one\\\n\\- two"],
    ["title\n===", "title\\\n\\==="],
    ["  indented", "&#32; indented"],
    ["trailing ", "trailing&#32;"],
    ["last break\n", "last break&#10;"],
  ])("writes %j as %j", (text, expected) => {
    expect(paragraph(text)).toBe(expected);
  });

  it("shows exactly the words, whatever they are", () => {
    fc.assert(
      fc.property(soundInline, ({ text }) => {
        expect(shown(paragraph(text))).toBe(text);
      }),
    );
  });
});

describe("Markdown spans", () => {
  it.each<[string, readonly Span[], string]>([
    ["strong at word edges", [{ start: 4, end: 9, kind: "strong" }], "the **ferry** is back"],
    ["emphasis inside a word", [{ start: 5, end: 7, kind: "em" }], "the f*er*ry is back"],
    ["emphasis with a space at its edge", [{ start: 3, end: 9, kind: "em" }], "the<em> ferry</em> is back"],
    ["code", [{ start: 4, end: 9, kind: "code" }], "the `ferry` is back"],
    ["raised text", [{ start: 4, end: 9, kind: "sup" }], "the <sup>ferry</sup> is back"],
    [
      "a link",
      [{ start: 4, end: 9, kind: "link", href: "https://x.example/a_b" }],
      "the [ferry](https://x.example/a_b) is back",
    ],
    [
      "a link with odd signs",
      [{ start: 4, end: 9, kind: "link", href: "https://x.example/(a)?b&c" }],
      "the [ferry](<https://x.example/(a)?b&amp;c>) is back",
    ],
    [
      "marks that touch",
      [
        { start: 0, end: 3, kind: "strong" },
        { start: 3, end: 9, kind: "em" },
      ],
      "<strong>the</strong><em> ferry</em> is back",
    ],
    [
      "a mark that fills another",
      [
        { start: 4, end: 9, kind: "strong" },
        { start: 4, end: 9, kind: "sub" },
      ],
      "the <strong><sub>ferry</sub></strong> is back",
    ],
    ["an address that is none", [{ start: 4, end: 9, kind: "link", href: "javascript:alert(1)" }], "the ferry is back"],
  ])("writes %s", (_name, spans, expected) => {
    expect(paragraph("the ferry is back", spans)).toBe(expected);
  });

  it("never lets an exclamation mark make a picture of a link", () => {
    expect(paragraph("Yes!no", [{ start: 4, end: 6, kind: "link", href: "https://x.example" }])).toBe(
      "Yes\\![no](https://x.example)",
    );
  });

  it("never writes a tag but its own", () => {
    fc.assert(
      fc.property(soundInline, (inline) => {
        const bare = paragraph(inline.text, inline.spans).replace(/`[^`]*`|\\[^]|\]\(<[^>]*>\)/g, "");
        expect(bare.replace(/<\/?(?:strong|em|sub|sup|code)>/g, "")).not.toMatch(/[<>]/);
      }),
    );
  });
});

describe("Markdown blocks", () => {
  it("writes what Markdown knows", () => {
    expect(markdown({ id: "h", type: "heading", level: 3, text: "Ticket #", spans: [] })).toBe("### Ticket \\#\n");
    expect(markdown({ id: "d", type: "divider" })).toBe("---\n");
    expect(markdown(bullets("a\nb", "# c"))).toBe("- a\\\n  b\n- \\# c\n");
    expect(markdown({ id: "q", type: "quote", text: "a\nb", spans: [], attribution: "Jo" })).toBe(
      "> a\\\n> b\n>\n> — Jo\n",
    );
    const table: Block = { id: "t", type: "table", header: [cell("a|b"), cell("")], rows: [[cell("c\nd"), cell("e")]] };
    expect(markdown(table)).toBe("| a\\|b |  |\n| --- | --- |\n| c<br>d | e |\n");
    expect(markdown({ ...table, header: [], caption: "Times" })).toBe(
      '::: table id=t caption="Times"\n\n|  |  |\n| --- | --- |\n| c<br>d | e |\n\n:::\n',
    );
  });

  it("keeps lists apart that follow each other", () => {
    const numbers: Block = { id: "n", type: "list", ordered: true, items: [cell("x")] };
    expect(markdown(bullets("a"), bullets("b"), bullets("c"))).toBe("- a\n\n* b\n\n- c\n");
    expect(markdown(numbers, numbers, bullets("a"))).toBe("1. x\n\n1) x\n\n- a\n");
  });

  it("fences what Markdown has no word for", () => {
    expect(markdown({ id: "i1", type: "image", placement: 2, alt: 'A "white" <ferry>' })).toBe(
      '::: image id=i1 placement="2" alt="A \\"white\\" \\u003cferry\\u003e"\n:::\n',
    );
    expect(markdown({ id: "g1", type: "gallery", mediaIds: ["m1", "m2"] })).toBe(
      "::: gallery id=g1\n- m1\n- m2\n:::\n",
    );
    expect(markdown({ id: "e1", type: "embed", provider: "V", url: "https://v.example/1", fallbackText: "Film" })).toBe(
      '::: embed id=e1 provider="V" url="https://v.example/1" text="Film"\n:::\n',
    );
    const facts: Block = {
      id: "f1",
      type: "factBox",
      title: "Facts",
      blocks: [{ id: "x", type: "paragraph", ...cell("a") }],
    };
    expect(markdown(facts)).toBe('::: fact-box id=f1 title="Facts"\n\na\n\n:::\n');
    expect(
      markdown({ id: "r1", type: "relatedBox", title: "More", items: [{ linkKey: "k" }, { articleId: "a" }] }),
    ).toBe('::: related-box id=r1 title="More"\n- link k\n- article a\n:::\n');
    expect(markdown({ id: "c1", type: "correctionNote", date: "2026-02-28", kind: "UPDATE", ...cell("a") })).toBe(
      '::: correction id=c1 date="2026-02-28" kind="UPDATE"\n\na\n\n:::\n',
    );
  });

  it("holds the JSON of an unknown block unchanged in a fence longer than any inside", () => {
    fc.assert(
      fc.property(fc.json(), anyText, (json, fallbackText) => {
        const original = JSON.stringify({ json, ticks: "````" });
        const written = markdown({ id: "u", type: "unknown", typeName: "map", original, fallbackText });
        const [first, open, body, close, last] = written.split("\n");
        expect([first?.startsWith('::: unknown id=u type="map" text='), body, last]).toEqual([true, original, ":::"]);
        expect(open).toBe(`${close ?? ""}json`);
        expect(original.includes(close ?? "")).toBe(false);
      }),
    );
  });

  it("gives a reader back each fact of a fence", () => {
    fc.assert(
      fc.property(anyText, (alt) => {
        const [first = ""] = markdown({ id: "i", type: "image", placement: 0, alt }).split("\n");
        const written = first.slice(first.indexOf("alt=") + 4);
        expect(JSON.parse(written)).toBe(alt);
        expect(written).not.toMatch(/[<>&[\]`]/);
      }),
    );
  });

  it("writes any blocks without failing", () => {
    fc.assert(
      fc.property(fc.array(wildBlock, { maxLength: 4 }), (blocks) => {
        expect(typeof blocksToMarkdown(blocks)).toBe("string");
      }),
    );
  });
});
