import { Field, ObjectType } from "type-graphql";

/** One article of a list, with its place. */
@ObjectType("ArticleEdge", { description: "One article of a list, with its place.", simpleResolvers: true })
export class ArticleEdgeType {
  @Field(() => String, { description: "Opaque cursor of the article in this list; it fits no other." })
  declare readonly cursor: string;
}

/** A page of a list of articles. */
@ObjectType("ArticleConnection", { description: "A page of a list of articles, newest first.", simpleResolvers: true })
export class ArticleConnectionType {}
