import "reflect-metadata";
import { specifiedDirectives, type GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { cacheControlDirective, finishSchema } from "../shared/index.ts";
import { ArticleResolver } from "./articles/article.resolver.ts";
import { ArticleType } from "./articles/article.type.ts";
import { Block } from "./articles/block.union.ts";
import { ArticleConnectionType, ArticleEdgeType } from "./articles/connection.type.ts";
import { ArticleLinkType, ExternalLinkType, UnlinkedTeaserType } from "./articles/links.type.ts";
import { BylineType, CorrectionType, MediaType, TopicType } from "./articles/parts.type.ts";
import { RelatedLinkInterface } from "./articles/related-link.interface.ts";
import { CorrectionEdgeType } from "./corrections/correction.type.ts";
import { CorrectionResolver } from "./corrections/correction.resolver.ts";
import { NodeResolver } from "./node.resolver.ts";
import { RailType } from "./rails/rail.type.ts";
import { ResolveResolver } from "./resolve/resolve.resolver.ts";
import { SearchResolver } from "./search/search.resolver.ts";
import { SearchEdgeType } from "./search/search.type.ts";
import { SectionResolver } from "./sections/section.resolver.ts";
import { SectionType } from "./sections/section.type.ts";
import { nameTypes } from "./type-names.ts";

nameTypes({
  Article: ArticleType,
  ArticleConnection: ArticleConnectionType,
  ArticleEdge: ArticleEdgeType,
  Block,
  Byline: BylineType,
  Correction: CorrectionType,
  CorrectionEdge: CorrectionEdgeType,
  Media: MediaType,
  Rail: RailType,
  RelatedLink: RelatedLinkInterface,
  SearchEdge: SearchEdgeType,
  Section: SectionType,
  Topic: TopicType,
});

/** The public schema: read-only, strict, and made of what is live. Nothing of the desk stands in it. */
export async function deliverySchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [NodeResolver, ArticleResolver, CorrectionResolver, ResolveResolver, SearchResolver, SectionResolver],
    // Nothing joins the schema by itself: what an interface is made of is named here.
    orphanedTypes: [ArticleLinkType, ExternalLinkType, UnlinkedTeaserType],
    directives: [...specifiedDirectives, cacheControlDirective],
    validate: false,
  });
  return finishSchema(schema, ["ArticleBy", "SectionBy"]);
}
