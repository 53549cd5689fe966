import { Field, ObjectType } from "type-graphql";
import { ArticleKind } from "../../../delivery/index.ts";
import { DateTime } from "../../shared/index.ts";
import { NodeInterface } from "../node.interface.ts";

/** An article readers can read at this moment. */
@ObjectType("Article", {
  description: "An article readers can read now.",
  implements: NodeInterface,
  simpleResolvers: true,
})
export class ArticleType {
  @Field(() => ArticleKind, { description: "What kind of article it is." })
  declare readonly kind: ArticleKind;

  @Field(() => String, { description: "The last part of its path; never given to another article." })
  declare readonly slug: string;

  @Field(() => String, { description: "Its canonical path: /section/yyyy/mm/dd/slug." })
  declare readonly path: string;

  @Field(() => String, { description: "The headline." })
  declare readonly headline: string;

  @Field(() => String, { nullable: true, description: "A shorter headline for narrow places." })
  declare readonly shortHeadline: string | null;

  @Field(() => String, { nullable: true, description: "The word or two above the headline." })
  declare readonly kicker: string | null;

  @Field(() => String, { nullable: true, description: "The lines under the headline that say what it is about." })
  declare readonly standfirst: string | null;

  @Field(() => String, { description: "Its language, as a BCP 47 tag." })
  declare readonly language: string;

  @Field(() => String, { nullable: true, description: "Where it was written from." })
  declare readonly dateline: string | null;

  @Field(() => DateTime, { description: "When readers could first read it. Never changes." })
  declare readonly firstPublishedAt: Date;

  @Field(() => DateTime, { description: "The publication time to show; lists are ordered by it." })
  declare readonly publishedAt: Date;

  @Field(() => DateTime, { description: "When something that matters to readers last changed." })
  declare readonly updatedAt: Date;
}
