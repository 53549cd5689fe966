import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Block } from "../../../src/domain/blocks/index.ts";
import {
  describeBlock,
  diffRevisions,
  isEmptyDiff,
  listNames,
  same,
  textFields,
  type Described,
  type RevisionContent,
  type Segment,
} from "../../../src/domain/revisions/index.ts";
import { segmentsOf } from "../../../src/domain/revisions/segments.ts";
import { wildBlock } from "../blocks/arbitrary.ts";
import { aRevision, editedBy } from "./arbitrary.ts";

const described = (content: RevisionContent): Described => ({
  texts: Object.fromEntries(textFields.map((field) => [field, content[field]])) as Described["texts"],
  lists: {
    ...{ blocks: content.blocks.map(describeBlock), bylines: [], media: [] },
    relatedLinks: content.links.map(({ key, headline }) => ({ key, label: headline ?? "", fields: { headline } })),
    topics: content.topics.map((key) => ({ key, label: key, fields: {} })),
  },
});
const diff = (from: RevisionContent, to: RevisionContent) => diffRevisions(described(from), described(to), "en");
const base = aRevision();
const text = (segments: readonly Segment[], but: Segment["kind"]): string =>
  segments.flatMap((one) => (one.kind === but ? [] : [one.text])).join("");

describe("Segments of two texts", () => {
  it("tell by words, and take the space between changed words with them", () => {
    expect(segmentsOf("The ferry was late again.", "The ferry is early again.", "en")).toEqual([
      { kind: "SAME", text: "The ferry " },
      { kind: "REMOVED", text: "was late" },
      { kind: "ADDED", text: "is early" },
      { kind: "SAME", text: " again." },
    ]);
  });

  it("part words where the script has no spaces", () => {
    const told = segmentsOf("渡輪今天很晚", "渡輪今天很早", "zh");
    expect(told[0]).toMatchObject({ kind: "SAME", text: expect.stringContaining("渡輪") });
  });

  it("give both texts back, character for character", () => {
    const words = fc.array(fc.constantFrom("tide", "Tide", " ", "  ", "\n", ",", "港口", "é", "👩‍🚀", "late"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, fc.constantFrom("en", "zh", "x-nonsense"), (one, other, language) => {
        const [from, to] = [one.join(""), other.join("")];
        const segments = segmentsOf(from, to, language);
        expect([text(segments, "ADDED"), text(segments, "REMOVED")]).toEqual([from, to]);
        expect(segments.every((segment) => segment.text !== "")).toBe(true);
      }),
    );
  });

  it("tell two long texts without a common word as a rewriting, in good time", () => {
    const long = (word: string) => Array.from({ length: 6_000 }, (_, n) => `${word}${String(n)}`).join(" ");
    expect(segmentsOf(long("a"), long("b"), "en")).toHaveLength(2);
  });
});

describe("The diff of two revisions", () => {
  it("is empty exactly for two that say the same", () => {
    expect(isEmptyDiff(diff(base, base))).toBe(true);
    fc.assert(
      fc.property(editedBy("Ada"), (edit) => {
        const edited = edit(base);
        expect(isEmptyDiff(diff(base, edited))).toBe(same(base, edited));
      }),
    );
  });

  it("misses nothing in any kind of block", () => {
    fc.assert(
      fc.property(wildBlock, wildBlock, (one, other) => {
        const [from, to] = [one, { ...other, id: one.id }].map((block) => aRevision({ blocks: [block] }));
        expect(isEmptyDiff(diff(from!, to!))).toBe(same(from, to));
      }),
      { numRuns: 500 },
    );
  });

  it("tells what came, went, changed and moved, where it stood", () => {
    const [a, b, c, d] = base.blocks;
    const to = { ...base, blocks: [d!, a!, { ...c!, text: "Paragraph see." } as Block, { ...b!, id: "e" }] };
    expect(diff(base, to).lists.blocks).toMatchObject([
      { key: "d", change: "MOVED", moved: true, from: 3, to: 0, fields: [] },
      { key: "b", change: "REMOVED", from: 1, to: null },
      { key: "c", change: "CHANGED", moved: false, from: 2, to: 2, fields: [{ name: "text" }] },
      { key: "e", change: "ADDED", moved: false, from: null, to: 3 },
    ]);
  });

  it("calls as few things moved as the orders allow", () => {
    const rolled = { ...base, blocks: [...base.blocks.slice(1), ...base.blocks.slice(0, 1)] };
    const moved = diff(base, rolled).lists.blocks.filter((change) => change.moved);
    expect(moved.map(({ key }) => key)).toEqual(["a"]);
  });

  it("tells both directions of the same changes", () => {
    fc.assert(
      fc.property(editedBy("Ada"), (edit) => {
        const edited = edit(base);
        const [there, back] = [diff(base, edited), diff(edited, base)];
        const keys = (one: typeof there) =>
          listNames.map((name) =>
            one.lists[name]
              .filter(({ change }) => change !== "MOVED")
              .map(({ key }) => key)
              .sort(),
          );
        expect(keys(there)).toEqual(keys(back));
        expect(there.texts.map(({ name }) => name)).toEqual(back.texts.map(({ name }) => name));
      }),
    );
  });
});
