import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parseBlocks, type Block } from "../../../src/domain/blocks/index.ts";
import {
  listsOf,
  mergeRevisions,
  same,
  textFields,
  type PlacementPart,
  type RevisionContent,
} from "../../../src/domain/revisions/index.ts";
import { aRevision, editedBy } from "./arbitrary.ts";

const base = aRevision();
const paragraph = (id: string, text: string): Block => ({ id, type: "paragraph", text, spans: [] });
const withBlock = (id: string, text: string): RevisionContent => ({
  ...base,
  blocks: base.blocks.map((block) => (block.id === id ? paragraph(id, text) : block)),
});
const ids = ({ blocks }: RevisionContent) => blocks.map(({ id }) => id).join(" ");

function merged(theirs: RevisionContent, yours: RevisionContent, from = base): RevisionContent {
  const result = mergeRevisions(from, theirs, yours);
  if (!result.ok) throw new Error(`clashes: ${JSON.stringify(result.clashes)}`);
  return result.content;
}

function clashes(theirs: RevisionContent, yours: RevisionContent, from = base) {
  const result = mergeRevisions(from, theirs, yours);
  return result.ok ? [] : result.clashes;
}

/** Every text of a revision by the place it stands in. */
const textsOf = (content: RevisionContent): ReadonlyMap<string, string> =>
  new Map([
    ...textFields.map((field) => [field, JSON.stringify(content[field])] as const),
    ...Object.entries(listsOf(content)).flatMap(([name, items]) =>
      items.map(({ key, value }) => [`${name} ${key}`, JSON.stringify(value)] as const),
    ),
  ]);

describe("A merge of two edits", () => {
  it("holds both where they touch different fields and blocks", () => {
    const result = merged(
      { ...withBlock("a", "Theirs."), kicker: "Sea" },
      { ...withBlock("c", "Yours."), headline: "New" },
    );
    expect(result).toMatchObject({ kicker: "Sea", headline: "New" });
    expect(result.blocks).toMatchObject([{ text: "Theirs." }, {}, { text: "Yours." }, {}]);
  });

  it("names every place where both said something else, and merges nothing", () => {
    const theirs = { ...withBlock("a", "Theirs."), headline: "Theirs" };
    expect(clashes(theirs, { ...withBlock("a", "Yours."), headline: "Yours" })).toEqual([
      { part: "headline", key: null },
      { part: "blocks", key: "a" },
    ]);
    expect(clashes(theirs, theirs)).toEqual([]);
  });

  it("refuses to remove what the other side has just rewritten", () => {
    const without = { ...base, blocks: base.blocks.filter(({ id }) => id !== "b") };
    expect(clashes(withBlock("b", "Rewritten."), without)).toEqual([{ part: "blocks", key: "b" }]);
    expect(clashes(without, withBlock("b", "Rewritten."))).toEqual([{ part: "blocks", key: "b" }]);
  });

  it("keeps what both added at one place, theirs first, and follows whoever moved things", () => {
    const plus = (id: string) => ({ ...base, blocks: base.blocks.toSpliced(1, 0, paragraph(id, id)) });
    expect(ids(merged(plus("t"), plus("y")))).toBe("a t y b c d");
    const turned = { ...base, blocks: base.blocks.toReversed() };
    expect(ids(merged(plus("t"), turned))).toBe("d c b a t");
    expect(ids(merged(turned, plus("y")))).toBe("d c b a y");
    const rolled = { ...base, blocks: [...base.blocks.slice(1), ...base.blocks.slice(0, 1)] };
    expect(clashes(turned, rolled)).toEqual([{ part: "blocks", key: null }]);
  });

  it("lets only one picture stand at the head", () => {
    const lead = (mediaId: string) => ({ ...base, placements: base.placements.map((one) => ({ ...one, mediaId })) });
    expect(clashes(lead("m2"), lead("m3"))).toEqual([{ part: "media", key: "LEAD" }]);
    expect(merged(lead("m2"), base).placements).toMatchObject([{ mediaId: "m2" }]);
  });

  it("lets a block go on showing its picture where the other side put another before it", () => {
    const inline = (mediaId: string): PlacementPart => ({
      ...{ mediaId, role: "INLINE", captionOverride: null, altOverride: null },
    });
    const shown: Block = { id: "p", type: "image", placement: 0 };
    const from = { ...base, placements: [inline("m7")] };
    const theirs = { ...from, placements: [inline("m8"), inline("m7")] };
    const yours = { ...from, blocks: [...from.blocks, shown] };
    expect(merged(theirs, yours, from).blocks.at(-1)).toEqual({ ...shown, placement: 1 });
    expect(clashes({ ...from, placements: [] }, yours, from)).toEqual([{ part: "blocks", key: "p" }]);
  });

  it("refuses two links to one target, a box whose link is gone, and one id for two blocks", () => {
    const link = (key: string) => ({
      ...base,
      links: [...base.links, { ...base.links[0]!, key, externalAddressId: "x" }],
    });
    expect(clashes(link("l8"), link("l9"))).toMatchObject([{ part: "relatedLinks" }]);
    const box: Block = { id: "box", type: "relatedBox", title: "More", items: [{ linkKey: "l2" }] };
    const boxed = { ...base, blocks: [...base.blocks, box] };
    expect(clashes({ ...base, links: base.links.slice(0, 1) }, boxed)).toEqual([{ part: "relatedLinks", key: "l2" }]);
    const facts: Block = {
      id: "f",
      type: "factBox",
      title: "Facts",
      blocks: [{ ...paragraph("n", "In."), type: "paragraph", text: "In.", spans: [] }],
    };
    const [inner, outer] = [
      { ...base, blocks: [...base.blocks, facts] },
      { ...base, blocks: [...base.blocks, paragraph("n", "Out.")] },
    ];
    expect(clashes(inner, outer)).toMatchObject([{ part: "blocks" }]);
  });

  it("does nothing where only one side did something", () => {
    fc.assert(
      fc.property(editedBy("Ada"), (edit) => {
        const edited = edit(base);
        expect(same(listsOf(merged(base, edited)), listsOf(edited))).toBe(true);
        expect(same(listsOf(merged(edited, base)), listsOf(edited))).toBe(true);
        expect(same(listsOf(merged(edited, edited)), listsOf(edited))).toBe(true);
      }),
    );
  });

  it("loses no text of either side: each stands in the answer, or the place is named as a clash", () => {
    const seen = { merged: 0, clashed: 0 };
    fc.assert(
      fc.property(editedBy("Ada"), editedBy("Ben"), (ada, ben) => {
        const [theirs, yours] = [ada(base), ben(base)];
        const result = mergeRevisions(base, theirs, yours);
        seen[result.ok ? "merged" : "clashed"] += 1;
        if (!result.ok) {
          expect(result.clashes.length).toBeGreaterThan(0);
          return;
        }
        const [was, now] = [textsOf(base), textsOf(result.content)];
        expect(parseBlocks(result.content.blocks).ok).toBe(true);
        for (const side of [textsOf(theirs), textsOf(yours)]) {
          for (const [at, text] of side) if (was.get(at) !== text) expect([at, now.get(at)]).toEqual([at, text]);
        }
        // What nobody touched stays; what one side took out unchanged is out.
        for (const [at, text] of was) {
          const gone = !textsOf(theirs).has(at) || !textsOf(yours).has(at);
          const touched = textsOf(theirs).get(at) !== text || textsOf(yours).get(at) !== text;
          if (!touched) expect(now.get(at)).toBe(text);
          if (gone) expect(now.has(at)).toBe(false);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(Math.min(seen.merged, seen.clashed)).toBeGreaterThan(50);
  });

  it("answers the same content whoever of the two comes first, but for the order of what both added", () => {
    fc.assert(
      fc.property(editedBy("Ada"), editedBy("Ben"), (ada, ben) => {
        const [one, other] = [mergeRevisions(base, ada(base), ben(base)), mergeRevisions(base, ben(base), ada(base))];
        expect(one.ok).toBe(other.ok);
        if (one.ok && other.ok) {
          expect([...textsOf(one.content)].sort()).toEqual([...textsOf(other.content)].sort());
        }
      }),
    );
  });
});
