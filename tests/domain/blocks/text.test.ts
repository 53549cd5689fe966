import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { blocksToText, excerpt, paragraphsToBlocks, wordCount, type Block } from "../../../src/domain/blocks/index.ts";

const cell = (text: string) => ({ text, spans: [] });
const blocks: readonly Block[] = [
  { id: "h", type: "heading", level: 2, text: "Ferry", spans: [] },
  { id: "p", type: "paragraph", text: "It is back.", spans: [{ start: 0, end: 2, kind: "em" }] },
  { id: "l", type: "list", ordered: true, items: [cell("adults"), cell("children")] },
  { id: "q", type: "quote", text: "About time.", spans: [], attribution: "A passenger" },
  { id: "i", type: "image", placement: 0, caption: "The pier" },
  { id: "e", type: "embed", provider: "VideoHost", url: "https://video.example/1", fallbackText: "Film" },
  { id: "d", type: "divider" },
  { id: "t", type: "table", header: [cell("Day"), cell("Time")], rows: [[cell("Monday"), cell("9:00")]] },
  {
    id: "f",
    type: "factBox",
    title: "Facts",
    blocks: [{ id: "fp", type: "paragraph", text: "Two decks.", spans: [] }],
  },
  { id: "r", type: "relatedBox", title: "Read on", items: [{ linkKey: "k" }] },
  { id: "c", type: "correctionNote", date: "2026-02-28", kind: "UPDATE", text: "Prices added.", spans: [] },
  { id: "u", type: "unknown", typeName: "map", original: "{}", fallbackText: "A map" },
];

describe("blocks as plain text", () => {
  it("writes every type", () => {
    expect(blocksToText(blocks).split("\n\n")).toEqual([
      "Ferry",
      "It is back.",
      "1. adults\n2. children",
      "About time.\n— A passenger",
      "The pier",
      "Film",
      "Day | Time\nMonday | 9:00",
      "Facts",
      "Two decks.",
      "2026-02-28: Prices added.",
      "A map",
    ]);
  });

  it("keeps paragraphs as they are", () => {
    const paragraph = fc.string({ unit: "grapheme-ascii", minLength: 1 }).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(fc.array(paragraph), (paragraphs) => {
        expect(blocksToText(paragraphsToBlocks(paragraphs))).toBe(paragraphs.join("\n\n"));
      }),
    );
  });

  it("counts the words readers read", () => {
    expect(wordCount(blocks, "en")).toBe(1 + 3 + 2 + 4 + 5 + 1 + 2 + 2);
    expect(wordCount([], "en")).toBe(0);
  });

  it("excerpts the paragraphs", () => {
    const body = paragraphsToBlocks(["The ferry is back.", "It runs twice a day."]);
    expect(excerpt(body, 100)).toBe("The ferry is back. It runs twice a day.");
    expect(excerpt(body, 24)).toBe("The ferry is back. It…");
    expect(excerpt([{ id: "d", type: "divider" }], 24)).toBe("");
  });
});
