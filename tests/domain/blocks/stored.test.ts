import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { asUnknown, parseBlocks, storedBlocks } from "../../../src/domain/blocks/index.ts";
import { wildBlock } from "./arbitrary.ts";

/** What stored bodies meant before anybody was in a hurry. */
function slowly(json: unknown): unknown {
  const whole = parseBlocks(json);
  if (whole.ok) return whole.blocks;
  return (Array.isArray(json) ? json : []).flatMap((element: unknown, index) => {
    const alone = parseBlocks([element]);
    return alone.ok ? alone.blocks : [asUnknown(element, { id: `block-${String(index + 1)}` })];
  });
}

const paragraph = fc.record({
  id: fc.constantFrom("a", "b", "c", "", "not an id"),
  type: fc.constant("paragraph"),
  text: fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom(" ", "plain words\nand more", "e\u0301", "Ça va — “oui”", "\ud800"),
  ),
  spans: fc.constantFrom<unknown>([], [], [], [{ start: 0, end: 1, kind: "em" }], null, undefined),
});

const heading = fc
  .tuple(paragraph, fc.constantFrom<unknown>(2, 3, 4, 4, 1, 5, "2", undefined))
  .map(([block, level]) => ({
    ...block,
    type: "heading",
    level,
  }));

describe("Stored blocks", () => {
  it("are what parsing gives, for bodies that keep the rules", () => {
    fc.assert(
      fc.property(fc.array(wildBlock, { maxLength: 6 }), (body) => {
        const stored: unknown = JSON.parse(JSON.stringify(body));
        expect(storedBlocks(stored)).toEqual(slowly(stored));
      }),
    );
  });

  it("are what parsing gives, for paragraphs and headings that may break them and repeat each other's ids", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(paragraph, heading), { maxLength: 4 }), (body) => {
        const stored: unknown = JSON.parse(JSON.stringify(body));
        expect(storedBlocks(stored)).toEqual(slowly(stored));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([null, {}, "text", [null], [[]], [{ type: "paragraph" }]])("never fail on %j", (json) => {
    expect(storedBlocks(json)).toEqual(slowly(json));
  });
});
