import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  articleIdsOf,
  asUnknown,
  linkKeysOf,
  mediaIdsOf,
  paragraphsToBlocks,
  parseBlocks,
  type Block,
} from "../../../src/domain/blocks/index.ts";
import { anyText } from "./arbitrary.ts";

describe("blocks for importers", () => {
  it("gives paragraphs ids by place and keeps their words and slips", () => {
    expect(paragraphsToBlocks(["Teh ferry\r\nis back.", " \n", "  Cafe\u0301 open "])).toEqual([
      { id: "p1", type: "paragraph", text: "Teh ferry\nis back.", spans: [] },
      { id: "p2", type: "paragraph", text: "  Café open ", spans: [] },
    ]);
  });

  it("makes blocks that pass the checks from any paragraphs", () => {
    fc.assert(
      fc.property(fc.array(anyText), (paragraphs) => {
        expect(parseBlocks(paragraphsToBlocks(paragraphs)).ok).toBe(true);
      }),
    );
  });

  it("keeps a foreign block whole, with what can be read of it", () => {
    expect(asUnknown({ type: "pull_quote", content: "About time." }, { id: "u1" })).toEqual({
      id: "u1",
      type: "unknown",
      typeName: "pull_quote",
      original: '{"type":"pull_quote","content":"About time."}',
      fallbackText: "About time.",
    });
    expect(asUnknown({ content: "<b>bold</b>" }, { id: "u2" })).toMatchObject({
      typeName: "unknown",
      fallbackText: "",
    });
  });

  it("keeps the JSON byte for byte where the importer has it", () => {
    const json = '{ "n": 1.0, "big": 12345678901234567890, "n": 2 }';
    expect(asUnknown(JSON.parse(json), { id: "u1", json }).original).toBe(json);
  });

  it("makes a sound block of any JSON value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const block = asUnknown(value, { id: "u" });
        expect(parseBlocks([block])).toEqual({ ok: true, blocks: [block] });
        expect(JSON.stringify(JSON.parse(block.original))).toBe(JSON.stringify(value));
      }),
    );
  });
});

describe("where blocks use other things", () => {
  const blocks: readonly Block[] = [
    { id: "1", type: "image", mediaId: "m1" },
    { id: "2", type: "gallery", mediaIds: ["m2", "m1"] },
    { id: "3", type: "image", placement: 0 },
    { id: "4", type: "relatedBox", title: "Read on", items: [{ linkKey: "k1" }, { articleId: "a1" }] },
    { id: "5", type: "relatedBox", title: "More", items: [{ linkKey: "k1" }, { linkKey: "k2" }] },
  ];

  it("lists each once, in reading order", () => {
    expect(mediaIdsOf(blocks)).toEqual(["m1", "m2"]);
    expect(linkKeysOf(blocks)).toEqual(["k1", "k2"]);
    expect(articleIdsOf(blocks)).toEqual(["a1"]);
  });
});
