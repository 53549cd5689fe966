import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { blocksVersion, parseBlocks, type Block } from "../../../src/domain/blocks/index.ts";

const picture = "0199a000-0000-7000-8000-000000000001";
const other = "0199a000-0000-7000-8000-000000000002";

/** One block of every type, as sound as can be. */
const everyType: readonly Block[] = [
  {
    id: "p1",
    type: "paragraph",
    text: "The ferry is back, twice a day 🛳.",
    spans: [
      { start: 4, end: 17, kind: "strong" },
      { start: 4, end: 9, kind: "link", href: "https://example.com/ferry" },
      { start: 31, end: 33, kind: "em" },
    ],
  },
  { id: "h1", type: "heading", level: 2, text: "What it costs", spans: [] },
  { id: "l1", type: "list", ordered: true, items: [{ text: "Adults: 4", spans: [] }] },
  { id: "q1", type: "quote", text: "About time.", spans: [], attribution: "A passenger" },
  { id: "i1", type: "image", mediaId: picture, alt: "A white ferry" },
  { id: "i2", type: "image", placement: 0, caption: "The pier" },
  { id: "g1", type: "gallery", mediaIds: [picture, other], caption: "" },
  { id: "e1", type: "embed", provider: "VideoHost", url: "https://video.example/1", fallbackText: "Film of the ferry" },
  { id: "d1", type: "divider" },
  {
    id: "t1",
    type: "table",
    header: [
      { text: "Day", spans: [] },
      { text: "", spans: [] },
    ],
    rows: [
      [
        { text: "Monday", spans: [] },
        { text: "9:00", spans: [{ start: 0, end: 4, kind: "code" }] },
      ],
    ],
    caption: "Times",
  },
  {
    id: "f1",
    type: "factBox",
    title: "The ferry",
    blocks: [
      { id: "f1p", type: "paragraph", text: "Built in 1998.", spans: [] },
      { id: "f1l", type: "list", ordered: false, items: [{ text: "two decks", spans: [] }] },
    ],
  },
  { id: "r1", type: "relatedBox", title: "Read on", items: [{ linkKey: picture }, { articleId: other }] },
  { id: "c1", type: "correctionNote", date: "2026-02-28", kind: "CORRECTION", text: "It has two decks.", spans: [] },
  { id: "u1", type: "unknown", typeName: "map", original: '{"zoom": 1.0}', fallbackText: "A map" },
];

const paragraph = (text: string, spans: readonly unknown[] = []) => ({ id: "p", type: "paragraph", text, spans });

function faultsOf(value: unknown): readonly string[] {
  const parsed = parseBlocks(value);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("checking blocks", () => {
  it("accepts every type and changes nothing", () => {
    expect(blocksVersion).toBe(1);
    expect(parseBlocks(everyType)).toEqual({ ok: true, blocks: everyType });
    expect(parseBlocks([])).toEqual({ ok: true, blocks: [] });
  });

  it("takes left-out spans for none", () => {
    expect(parseBlocks([{ id: "p", type: "paragraph", text: "Short." }])).toEqual({
      ok: true,
      blocks: [paragraph("Short.")],
    });
  });

  it("names the exact place of each fault", () => {
    const link = { start: 0, end: 3, kind: "link", href: "javascript:alert(1)" };
    expect(faultsOf([everyType[1], everyType[8], paragraph("The end", [link])])).toEqual([
      "2.spans.0.href: Must be an http or https address.",
    ]);
    expect(faultsOf([{ id: "h", type: "heading", level: 1, text: "Ferry" }])).toEqual(["0.level: Must be 2, 3 or 4."]);
    expect(faultsOf([{ id: "l", type: "list", ordered: "yes", items: [{ text: "a\tb" }] }])).toEqual([
      "0.ordered: Must be a boolean.",
      "0.items.0.text: Must not contain control characters other than line feed.",
    ]);
    expect(
      faultsOf([{ id: "t", type: "table", header: [{ text: "a" }], rows: [[{ text: "b" }, { text: "c" }]] }]),
    ).toEqual(["0.rows.0: Must have 1 cells."]);
  });

  it.each<[string, readonly unknown[], string]>([
    ["an end before the start", [{ start: 3, end: 3, kind: "em" }], "spans.0.end: Must lie after the start."],
    [
      "an end beyond the text",
      [{ start: 0, end: 9, kind: "em" }],
      "spans.0.end: Must not lie beyond the end of the text.",
    ],
    ["a start below nought", [{ start: -1, end: 2, kind: "em" }], "spans.0.start: Must be a whole number from 0."],
    ["a split character", [{ start: 0, end: 5, kind: "em" }], "spans.0.end: Must not lie inside a surrogate pair."],
    [
      "a start inside a character",
      [{ start: 5, end: 6, kind: "em" }],
      "spans.0.start: Must not lie inside a surrogate pair.",
    ],
    ["an unknown kind", [{ start: 0, end: 1, kind: "blink" }], "spans.0.kind: Is no kind known here."],
    [
      "a mark with an address",
      [{ start: 0, end: 1, kind: "em", href: "https://x.example" }],
      "spans.0.href: Is not expected here.",
    ],
    ["a link without one", [{ start: 0, end: 1, kind: "link" }], "spans.0.href: Is missing."],
  ])("refuses a span with %s", (_name, spans, fault) => {
    expect(faultsOf([paragraph("boat🛳", spans)])).toEqual([`0.${fault}`]);
  });

  it("refuses crossing spans and links in links, wherever they stand in the list", () => {
    const crossing = [
      { start: 2, end: 6, kind: "em" },
      { start: 0, end: 4, kind: "strong" },
    ];
    expect(faultsOf([paragraph("abcdef", crossing)])).toEqual(["0.spans.0: Must not cross another span."]);
    const link = { kind: "link", href: "https://example.com" };
    expect(
      faultsOf([
        paragraph("abcdef", [
          { ...link, start: 0, end: 6 },
          { ...link, start: 1, end: 2 },
        ]),
      ]),
    ).toEqual(["0.spans.1: Must not be a link inside a link."]);
    const neighbours = [
      { start: 0, end: 3, kind: "strong" },
      { start: 3, end: 6, kind: "strong" },
      { start: 0, end: 3, kind: "em" },
    ];
    expect(faultsOf([paragraph("abcdef", neighbours)])).toEqual([]);
  });

  it("wants ids that are short, and unique through the boxes too", () => {
    expect(faultsOf([{ id: "a b", type: "divider" }])).toEqual(["0.id: Must be 1–64 letters, digits, '_' or '-'."]);
    const box = { id: "f", type: "factBox", title: "Facts", blocks: [paragraph("a"), paragraph("b")] };
    expect(faultsOf([paragraph("x"), box])).toEqual([
      '1.blocks.0.id: Must be unique in the document; "p" is taken.',
      '1.blocks.1.id: Must be unique in the document; "p" is taken.',
    ]);
  });

  it.each<[string, unknown, string]>([
    ["HTML in an embed", { ...everyType[7], html: "<iframe>" }, "0.html: Is not expected here."],
    [
      "a prototype",
      JSON.parse('{"id":"d","type":"divider","__proto__":{"x":1}}'),
      "0.__proto__: Is not expected here.",
    ],
    ["an unknown type", { id: "x", type: "raw_html" }, "0.type: Is no type known here."],
    ["no block", "text", "0: Must be an object."],
    ["two pictures in one", { ...everyType[4], placement: 1 }, "0: Must name exactly one of mediaId and placement."],
    ["no picture at all", { id: "i", type: "image" }, "0: Must name exactly one of mediaId and placement."],
    ["a day that never was", { ...everyType[12], date: "2026-02-30" }, "0.date: Must be a calendar day, yyyy-mm-dd."],
    [
      "a heading of two lines",
      { ...everyType[1], text: "a\nb" },
      "0.text: Must be one line of clean text, 1–300 characters.",
    ],
    ["a blank paragraph", paragraph(" \n"), "0.text: Must not be blank."],
    ["a text not in NFC", paragraph("e\u0301"), "0.text: Must be in Unicode normal form NFC."],
    ["broken JSON in an unknown block", { ...everyType[13], original: "{" }, "0.original: Must be JSON text."],
    [
      "a picture in a fact box",
      { id: "f", type: "factBox", title: "F", blocks: [everyType[4]] },
      "0.blocks.0.type: Is no type known here.",
    ],
    [
      "a related item with both targets",
      { ...everyType[11], items: [{ linkKey: picture, articleId: other }] },
      "0.items.0: Must be { linkKey } or { articleId }, a UUID in lower case.",
    ],
  ])("refuses %s", (_name, block, fault) => {
    expect(faultsOf([block])).toEqual([fault]);
  });

  it("keeps to its limits", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `d${String(index)}`, type: "divider" }));
    expect(parseBlocks(many(2_000)).ok).toBe(true);
    expect(faultsOf(many(2_001))).toEqual([": Must not exceed 2,000 blocks."]);
    const inBox = { id: "f", type: "factBox", title: "F", blocks: [paragraph("a")] };
    expect(faultsOf([...many(1_999), inBox])).toEqual([": Must not exceed 2,000 blocks."]);
    expect(parseBlocks([paragraph("a".repeat(20_000))]).ok).toBe(true);
    expect(faultsOf([paragraph("a".repeat(20_001))])).toEqual(["0.text: Must not exceed 20,000 characters."]);
    const pages = Array.from({ length: 51 }, (_, index) => ({
      ...paragraph("a".repeat(20_000)),
      id: `p${String(index)}`,
    }));
    expect(faultsOf(pages)).toEqual([": Must not exceed 1 MB."]);
  });

  it("tells at most a hundred faults", () => {
    expect(faultsOf(Array.from({ length: 500 }, () => 1))).toHaveLength(100);
  });

  it("refuses what JSON cannot hold, and never throws", () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(faultsOf(circle)).toEqual([": Must be plain JSON data."]);
    expect(faultsOf([1n])).toEqual([": Must be plain JSON data."]);
    expect(faultsOf(undefined)).toEqual([": Is missing."]);
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withMap: true }),
        (value) => {
          expect(parseBlocks(value).ok).toBe(Array.isArray(value) && value.length === 0);
        },
      ),
    );
  });
});
