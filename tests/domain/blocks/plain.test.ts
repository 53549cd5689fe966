import { describe, expect, it } from "@jest/globals";
import { plainToBlocks } from "../../../src/domain/blocks/index.ts";

const shapes = (text: string): unknown[] =>
  plainToBlocks(text).map((block) => ("text" in block ? [block.type, block.text] : block.type));

describe("A body from plain text", () => {
  it("has a paragraph for every group of lines", () => {
    expect(shapes("\uFEFFThe bridge\r\nis open.\r\n\r\n\r\nAnd busy.\r\n")).toEqual([
      ["paragraph", "The bridge is open."],
      ["paragraph", "And busy."],
    ]);
  });

  it("has headings, also without empty lines around them", () => {
    expect(plainToBlocks("One.\n## Why now\nTwo.\n\n#### Deeper")).toMatchObject([
      { type: "paragraph", text: "One." },
      { type: "heading", level: 2, text: "Why now" },
      { type: "paragraph", text: "Two." },
      { type: "heading", level: 4, text: "Deeper" },
    ]);
  });

  it("takes a single # or a hashtag for words", () => {
    expect(shapes("# not ours\n\n##tag")).toEqual([
      ["paragraph", "# not ours"],
      ["paragraph", "##tag"],
    ]);
  });

  it("is empty for an empty file", () => {
    expect(plainToBlocks(" \n\n")).toEqual([]);
  });
});
