import { FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { storedBlocks } from "../../../domain/blocks/index.ts";
import { isEmptyDiff, type ListName, type TextChange } from "../../../domain/revisions/index.ts";
import type { RevisionRow } from "../../../newsroom/articles/index.ts";
import type { ComparedRevisions } from "../../../newsroom/revisions/index.ts";
import { BylineType, PlacementType, RevisionType } from "../articles/revision.type.ts";
import { RelatedLinkType } from "../links/link.type.ts";
import { JSONObject } from "../../shared/scalars.ts";
import { TopicObjectType } from "../topics/topic.type.ts";
import { partChangeOf, TextChangeType } from "./diff.type.ts";

const BlockChangeType = partChangeOf("BlockChange", "block", () => JSONObject);
const BylineChangeType = partChangeOf("BylineChange", "name in the byline", () => BylineType);
const MediaChangeType = partChangeOf("MediaChange", "medium on the page", () => PlacementType);
const LinkChangeType = partChangeOf("RelatedLinkChange", "related link", () => RelatedLinkType);
const TopicChangeType = partChangeOf("TopicChange", "topic", () => TopicObjectType);

/** All that differs between two revisions. */
@ObjectType("ArticleDiff", { description: "All that differs between two revisions of an article." })
export class ArticleDiffType {}

/** Every change of a list with the thing itself as it was and as it is. */
const changesOf = (
  { from, to, diff }: ComparedRevisions,
  list: ListName,
  things: (row: RevisionRow) => readonly unknown[],
) =>
  diff.lists[list].map((change) => ({
    ...change,
    fromPosition: change.from,
    toPosition: change.to,
    before: change.from === null ? null : (things(from)[change.from] ?? null),
    after: change.to === null ? null : (things(to)[change.to] ?? null),
  }));

/** The parts of a diff. */
@Resolver(() => ArticleDiffType)
export class ArticleDiffResolver {
  @FieldResolver(() => RevisionType, { description: "The revision compared with." })
  from(@Root() { from }: ComparedRevisions): RevisionRow {
    return from;
  }

  @FieldResolver(() => RevisionType, { description: "The revision compared." })
  to(@Root() { to }: ComparedRevisions): RevisionRow {
    return to;
  }

  @FieldResolver(() => Boolean, { description: "True when both say the same." })
  isEmpty(@Root() { diff }: ComparedRevisions): boolean {
    return isEmptyDiff(diff);
  }

  @FieldResolver(() => [TextChangeType], { description: "Fields of one text that differ, such as the headline." })
  texts(@Root() { diff }: ComparedRevisions): readonly TextChange[] {
    return diff.texts;
  }

  @FieldResolver(() => [BlockChangeType], { description: "Blocks of the body, by their stable ids, in reading order." })
  blocks(@Root() compared: ComparedRevisions) {
    return changesOf(compared, "blocks", ({ blocks }) => storedBlocks(blocks));
  }

  @FieldResolver(() => [BylineChangeType], { description: "Names in the byline, in order." })
  bylines(@Root() compared: ComparedRevisions) {
    return changesOf(compared, "bylines", ({ bylines }) => bylines);
  }

  @FieldResolver(() => [MediaChangeType], { description: "Media on the page; there is one place for a lead." })
  media(@Root() compared: ComparedRevisions) {
    return changesOf(compared, "media", ({ placements }) => placements);
  }

  @FieldResolver(() => [LinkChangeType], { description: "Related links, by their keys, in order." })
  relatedLinks(@Root() compared: ComparedRevisions) {
    return changesOf(compared, "relatedLinks", ({ links }) => links);
  }

  @FieldResolver(() => [TopicChangeType], { description: "Topics, in order." })
  topics(@Root() compared: ComparedRevisions) {
    return changesOf(compared, "topics", ({ topics }) => topics.map(({ topic }) => topic));
  }
}
