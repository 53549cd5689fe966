import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { decodeUtf8, parseTextPage } from "../../../src/domain/page/index.ts";
import { content, layout, written } from "./arbitrary.ts";
import { pageIn, said } from "./support.ts";

describe("whatever a page says and however it is laid out", () => {
  it("reads back what was written, every paragraph intact", () => {
    fc.assert(
      fc.property(content, layout, (page, laid) => {
        expect(said(pageIn(written(page, laid)))).toEqual({
          ...{ headline: page.headline, credit: page.credit, byline: null, paragraphs: page.paragraphs },
          lists: [{ heading: `More from ${page.section}`, teasers: page.teasers }],
          ...{ sectionName: page.section, emptyRails: page.rails, leftOut: [] },
        });
      }),
      { numRuns: 500 },
    );
  });

  it("gives each element the line it stands on", () => {
    fc.assert(
      fc.property(content, layout, (page, laid) => {
        const text = written(page, laid);
        const lines = text.replace("\uFEFF", "").split(laid.lineEnd);
        const { headline, paragraphs, lists, emptyRails } = pageIn(text);
        for (const { text: says, line } of [headline, ...paragraphs, ...emptyRails]) {
          expect(lines[line - 1]?.trim()).toBe(says);
        }
        for (const { headline: says, line } of lists.flatMap(({ teasers }) => teasers)) {
          expect(lines[line - 1]?.trim().endsWith(says)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("whatever the text", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          "More from Sky",
          "• One",
          "- ",
          "Blogs",
          "By Jo",
          "A/ AFP",
          "",
          "  ",
          "\t• x",
          "Moon.",
          "1. x",
          "----",
          "\0",
        ),
      )
      .map((lines) => lines.join("\n")),
  );

  it("answers with a page or a refusal on one of its lines, and never throws", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseTextPage(text);
        const count = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/u).length;
        if (parsed.ok) expect(parsed.page.paragraphs.length).toBeGreaterThan(0);
        else expect(parsed.line >= 1 && parsed.line <= count && parsed.reason !== "").toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("says clean text only", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseTextPage(text);
        if (!parsed.ok) return;
        const { headline, paragraphs, lists } = parsed.page;
        const texts = [headline, ...paragraphs].map((said) => said.text);
        for (const { headline: line, summary } of lists.flatMap(({ teasers }) => teasers))
          texts.push(line, summary ?? "x");
        for (const said of texts) {
          expect(said).not.toMatch(/(?!\n)\p{Cc}/u);
          expect(said.normalize("NFC").trim()).toBe(said);
          expect(said).not.toBe("");
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("decodes any bytes to text, or refuses them on one of their lines", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeUtf8(bytes);
        if (decoded.ok) expect(Buffer.from(decoded.text)).toEqual(Buffer.from(bytes));
        else expect(decoded.line).toBeLessThanOrEqual(Buffer.from(bytes).filter((byte) => byte === 10).length + 1);
      }),
    );
  });

  it("stays quick on hostile pages", () => {
    const pieces = [
      "• ",
      " ",
      "\t\n",
      "- ",
      "More from x\n",
      "x\n",
      "• a\nb\n",
      "• a\n\nb\n",
      "(",
      "A/ ",
      ".'",
      "Blogs\n\n",
      "**",
    ];
    for (const piece of pieces) {
      const many = piece.repeat(Math.floor(990_000 / piece.length));
      const fewer = piece.repeat(Math.floor(9_000 / (piece.split("\n").length || 1)));
      const start = performance.now();
      for (const text of [many, fewer, `${many}x`])
        parseTextPage(`A night\n\nThe moon rose.\n\nMore from x\n\n${text}`);
      expect([piece, performance.now() - start < 3_000]).toEqual([piece, true]);
    }
  });
});
