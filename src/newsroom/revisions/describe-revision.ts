import { storedBlocks } from "../../domain/blocks/index.ts";
import { describeBlock, listsOf, textFields, type Described, type Part } from "../../domain/revisions/index.ts";
import { draftOf, type RevisionRow } from "../articles/index.ts";

/** A revision made ready to be compared, with the names people know in place of ids. */
export function describeRevision(row: RevisionRow): Described {
  const keys = listsOf(draftOf(row));
  const placements = rowsBy(row.placements, ({ role, mediaId }) => `${role} ${mediaId}`);
  return {
    texts: Object.fromEntries(textFields.map((field) => [field, row[field]])) as Described["texts"],
    lists: {
      blocks: storedBlocks(row.blocks).map(describeBlock),
      bylines: keys.bylines.map(({ key, value: { nameAsWritten, role } }) => ({
        ...{ key, label: nameAsWritten, fields: { name: nameAsWritten, role } },
      })),
      media: keys.media.map(({ key, value }) => mediumPart(key, placements.get(`${value.role} ${value.mediaId}`))),
      relatedLinks: row.links.map(linkPart),
      topics: row.topics.map(({ topic }) => ({ key: topic.id, label: topic.name, fields: { name: topic.name } })),
    },
  };
}

const rowsBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [keyOf(row), row]));

function mediumPart(key: string, row: RevisionRow["placements"][number] | undefined): Part {
  if (row === undefined) return { key, label: key, fields: {} };
  const { media, role, captionOverride, altOverride } = row;
  const name = media.caption ?? (media.creditLine || media.id);
  return { key, label: name, fields: { medium: name, id: media.id, role, caption: captionOverride, alt: altOverride } };
}

function linkPart({ key, target, externalAddress, ...link }: RevisionRow["links"][number]): Part {
  const { kind, headline, summary, heading, reciprocal } = link;
  const leads = target?.slug ?? externalAddress?.url ?? null;
  const label = headline ?? target?.headRevision.headline ?? leads ?? key;
  const fields = { headline, summary, target: leads, kind, heading, reciprocal: reciprocal ? "yes" : null };
  return { key, label, fields };
}
