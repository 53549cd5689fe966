import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { finishSchema } from "../shared/index.ts";
import { ArticleEdgesResolver } from "./articles/article-edges.resolver.ts";
import { ArticleResolver } from "./articles/article.resolver.ts";
import {
  FactBoxBlockResolver,
  GalleryBlockResolver,
  ImageBlockResolver,
  RelatedBoxBlockResolver,
  TableBlockResolver,
} from "./articles/blocks.resolver.ts";
import { ArticleConnectionResolver, ArticleEdgeResolver } from "./articles/connection.resolver.ts";
import { ArticleLinkResolver } from "./articles/links.resolver.ts";
import { ArticleLinkType, ExternalLinkType, UnlinkedTeaserType } from "./articles/links.type.ts";
import { NodeResolver } from "./node.resolver.ts";
import { RailResolver } from "./rails/rail.resolver.ts";
import { ResolveResolver } from "./resolve/resolve.resolver.ts";
import { SectionResolver } from "./sections/section.resolver.ts";

/** The public schema: read-only, strict, and made of what is live. Nothing of the desk stands in it. */
export async function deliverySchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      NodeResolver,
      ArticleResolver,
      ArticleEdgesResolver,
      ArticleConnectionResolver,
      ArticleEdgeResolver,
      ArticleLinkResolver,
      ImageBlockResolver,
      GalleryBlockResolver,
      TableBlockResolver,
      FactBoxBlockResolver,
      RelatedBoxBlockResolver,
      RailResolver,
      ResolveResolver,
      SectionResolver,
    ],
    // Nothing joins the schema by itself: what an interface is made of is named here.
    orphanedTypes: [ArticleLinkType, ExternalLinkType, UnlinkedTeaserType],
    validate: false,
  });
  return finishSchema(schema, ["ArticleBy", "SectionBy"]);
}
