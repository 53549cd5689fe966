import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import "./shared/enums.ts";
import { finishSchema } from "../shared/index.ts";
import { DateTime } from "../shared/scalars.ts";
import { MeResolver } from "./access/me.resolver.ts";
import { ArticleEditsResolver } from "./articles/article-edits.resolver.ts";
import { ArticleResolver } from "./articles/article.resolver.ts";
import { BylineResolver, PlacementResolver, RevisionResolver } from "./articles/revision.resolver.ts";
import { ContributorResolver } from "./contributors/contributor.resolver.ts";
import { LinkResolver } from "./links/link.resolver.ts";
import { CreditPartResolver, MediaResolver } from "./media/media.resolver.ts";
import { ArticlePreviewsResolver, CreatedPreviewResolver, PreviewResolver } from "./preview/preview.resolver.ts";
import { SectionResolver } from "./sections/section.resolver.ts";
import { TopicResolver } from "./topics/topic.resolver.ts";

/** The schema of the desk: drafts and all. Nothing of it stands in the public one. */
export async function deskSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      MeResolver,
      ArticleResolver,
      ArticleEditsResolver,
      RevisionResolver,
      BylineResolver,
      PlacementResolver,
      LinkResolver,
      SectionResolver,
      ContributorResolver,
      TopicResolver,
      MediaResolver,
      CreditPartResolver,
      PreviewResolver,
      CreatedPreviewResolver,
      ArticlePreviewsResolver,
    ],
    orphanedTypes: [],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    // Input is checked by the use cases, where every door meets the same rules.
    validate: false,
  });
  return finishSchema(schema);
}
