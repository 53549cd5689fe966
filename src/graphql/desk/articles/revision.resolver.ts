import { FieldResolver, ID, Resolver, Root } from "type-graphql";
import { blocksToHtml, blocksToText, type Block } from "../../../domain/blocks/index.ts";
import type { RevisionRow } from "../../../newsroom/articles/index.ts";
import type { ContributorRecord } from "../../../newsroom/contributors/index.ts";
import type { TopicRecord } from "../../../newsroom/topics/index.ts";
import { globalId } from "../../../kernel/global-id.ts";
import { ContributorType } from "../contributors/contributor.type.ts";
import { RelatedLinkType } from "../links/link.type.ts";
import { MediaType } from "../media/media.type.ts";
import { TopicObjectType } from "../topics/topic.type.ts";
import { BylineType, PlacementType, RevisionType } from "./revision.type.ts";

type BylineRow = RevisionRow["bylines"][number];
type PlacementRow = RevisionRow["placements"][number];
const blocksOf = ({ blocks }: RevisionRow) => blocks as unknown as readonly Block[];

/** The edges of a revision. */
@Resolver(() => RevisionType)
export class RevisionResolver {
  @FieldResolver(() => ID, { description: "Opaque id." })
  id(@Root() revision: RevisionRow): string {
    return globalId("Revision", revision.id);
  }

  @FieldResolver(() => String, { description: "The body as plain text." })
  bodyText(@Root() revision: RevisionRow): string {
    return blocksToText(blocksOf(revision));
  }

  @FieldResolver(() => String, { description: "The body as safe HTML." })
  bodyHtml(@Root() revision: RevisionRow): string {
    return blocksToHtml(blocksOf(revision));
  }

  @FieldResolver(() => String, { nullable: true, description: "Who saved it; null when the system did." })
  author(@Root() revision: RevisionRow): string | null {
    return revision.author?.displayName ?? null;
  }

  @FieldResolver(() => [BylineType], { description: "The byline, in order." })
  bylines(@Root() revision: RevisionRow): readonly BylineRow[] {
    return revision.bylines;
  }

  @FieldResolver(() => [PlacementType], { description: "The media on the page: lead, inline, gallery, each in order." })
  media(@Root() revision: RevisionRow): readonly PlacementRow[] {
    return revision.placements;
  }

  @FieldResolver(() => [RelatedLinkType], { description: "Its related links, in order." })
  relatedLinks(@Root() revision: RevisionRow): RevisionRow["links"] {
    return revision.links;
  }

  @FieldResolver(() => [TopicObjectType], { description: "Its topics, the most important first." })
  topics(@Root() revision: RevisionRow): readonly TopicRecord[] {
    return revision.topics.map(({ topic }) => topic);
  }
}

/** The edges of a byline. */
@Resolver(() => BylineType)
export class BylineResolver {
  @FieldResolver(() => String, { description: "The name as the article prints it." })
  name(@Root() byline: BylineRow): string {
    return byline.nameAsWritten;
  }

  @FieldResolver(() => ContributorType, { nullable: true, description: "The contributor, where known." })
  contributor(@Root() byline: BylineRow): ContributorRecord | null {
    return byline.contributor;
  }
}

/** The edges of a placement. */
@Resolver(() => PlacementType)
export class PlacementResolver {
  @FieldResolver(() => MediaType, { description: "The medium." })
  media(@Root() placement: PlacementRow): PlacementRow["media"] {
    return placement.media;
  }
}
