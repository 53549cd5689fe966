import fc from "fast-check";
import type { Block } from "../../../src/domain/blocks/index.ts";
import { textFields, type RevisionContent } from "../../../src/domain/revisions/index.ts";

const paragraph = (id: string, text: string): Block => ({ id, type: "paragraph", text, spans: [] });

/** A revision with so many paragraphs, links and topics, everything in it named after its place. */
export const aRevision = (given: Partial<RevisionContent> = {}): RevisionContent => ({
  ...(Object.fromEntries(textFields.map((field) => [field, `the ${field}`])) as unknown as RevisionContent),
  blocks: ["a", "b", "c", "d"].map((id) => paragraph(id, `Paragraph ${id}.`)),
  bylines: [{ contributorId: null, nameAsWritten: "Nia Okoro", role: "author" }],
  placements: [{ mediaId: "m1", role: "LEAD", captionOverride: null, altOverride: null }],
  links: ["l1", "l2", "l3"].map((key) => ({
    ...{ key, kind: "RELATED", targetArticleId: null, externalAddressId: key, headline: `Link ${key}` },
    ...{ summary: null, heading: null, reciprocal: false },
  })),
  topics: ["t1", "t2"],
  ...given,
});

/** What an editor may do to a revision in one sitting. */
type Edit = (content: RevisionContent) => RevisionContent;

const place = fc.nat({ max: 5 });
const word = fc.stringMatching(/^[a-z]{3,8}$/);

const blockEdits = (who: string): fc.Arbitrary<Edit> =>
  fc.oneof(
    fc.tuple(place, word).map(([at, text]): Edit => (one) => ({
      ...one,
      blocks: one.blocks.map((block, index) => (index === at ? paragraph(block.id, `${who} ${text}`) : block)),
    })),
    fc.tuple(place, word).map(([at, text]): Edit => (one) => ({
      ...one,
      blocks: one.blocks.toSpliced(at, 0, paragraph(`${who}-${text}-${String(one.blocks.length)}`, `${who} ${text}`)),
    })),
    place.map((at): Edit => (one) => ({ ...one, blocks: one.blocks.filter((_, index) => index !== at) })),
    fc.tuple(place, place).map(([from, to]): Edit => (one) => ({ ...one, blocks: moved(one.blocks, from, to) })),
  );

const otherEdits = (who: string): fc.Arbitrary<Edit> =>
  fc.oneof(
    fc.tuple(fc.constantFrom(...textFields), word).map(([field, text]): Edit => (one) => ({
      ...one,
      [field]: `${who} ${text}`,
    })),
    fc.tuple(place, place).map(([from, to]): Edit => (one) => ({ ...one, links: moved(one.links, from, to) })),
    place.map((at): Edit => (one) => ({ ...one, links: one.links.filter((_, index) => index !== at) })),
    fc.tuple(place, word).map(([at, headline]): Edit => (one) => ({
      ...one,
      links: one.links.map((link, index) => (index === at ? { ...link, headline: `${who} ${headline}` } : link)),
    })),
    word.map((topic): Edit => (one) => ({ ...one, topics: [...new Set([...one.topics, topic])] })),
  );

function moved<Thing>(things: readonly Thing[], from: number, to: number): readonly Thing[] {
  const thing = things[from];
  return thing === undefined ? things : things.toSpliced(from, 1).toSpliced(to, 0, thing);
}

/** What somebody makes of a revision; their name stands in every text they write. */
export const editedBy = (who: string): fc.Arbitrary<Edit> =>
  fc.array(fc.oneof(blockEdits(who), otherEdits(who)), { maxLength: 6 }).map(
    (edits): Edit =>
      (content) =>
        edits.reduce((sofar, edit) => edit(sofar), content),
  );
