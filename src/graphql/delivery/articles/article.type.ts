import { Directive, Field, Int, ObjectType } from "type-graphql";
import { ArticleKind } from "../../../delivery/index.ts";
import { DateTime, WebUrl } from "../../shared/index.ts";
import { DirectionEnum } from "../enums.ts";
import { NodeInterface } from "../node.interface.ts";
import { typeNamed } from "../type-names.ts";

/** An article readers can read at this moment. */
@Directive("@cacheControl(maxAge: 60)")
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

  @Field(() => WebUrl, { description: "Its canonical address." })
  declare readonly url: string;

  @Field(() => DirectionEnum, { description: "The way its language runs." })
  declare readonly direction: string;

  @Field(() => [typeNamed("Block")], { description: "The body, block by block." })
  declare readonly blocks: readonly unknown[];

  @Field(() => String, { description: "The body as plain text, blocks parted by an empty line." })
  declare readonly bodyText: string;

  @Field(() => String, { description: "The body as safe HTML, made by us; no script, no style." })
  declare readonly bodyHtml: string;

  @Field(() => Int, { description: "How many words the body has." })
  declare readonly wordCount: number;

  @Field(() => Int, { description: "How many seconds the body takes to read, at 238 words a minute." })
  declare readonly readingTimeSeconds: number;

  @Field(() => [typeNamed("Byline")], { description: "Who made it, in order." })
  declare readonly bylines: readonly unknown[];

  @Field(() => String, { nullable: true, description: "The byline as printed under the headline." })
  declare readonly bylineText: string | null;

  @Field(() => [String], { description: "The lines about further hands, printed at the foot." })
  declare readonly bylineNotes: readonly string[];

  @Field(() => typeNamed("Media"), { nullable: true, description: "The picture (or other medium) it leads with." })
  declare readonly leadMedia: unknown;

  @Field(() => [typeNamed("Media")], { description: "All its media: the lead, those in the text, the gallery." })
  declare readonly media: readonly unknown[];

  @Field(() => [typeNamed("RelatedLink")], {
    description: "Its related links in the editors' order, then the articles that asked to be linked back.",
  })
  declare readonly relatedLinks: readonly unknown[];

  @Field(() => [typeNamed("Topic")], { description: "What it is about, the most important first." })
  declare readonly topics: readonly unknown[];

  @Field(() => typeNamed("Section"), { description: "The section it stands in." })
  declare readonly section: unknown;

  @Field(() => [typeNamed("Section")], { description: "Other sections it also stands in." })
  declare readonly secondarySections: readonly unknown[];

  @Field(() => [typeNamed("Correction")], { description: "What had to be put right, oldest first." })
  declare readonly corrections: readonly unknown[];

  @Field(() => [typeNamed("Rail")], {
    description: "The rails beside it, worked out now: pinned articles first, then filled; never the article itself.",
  })
  declare readonly rails: readonly unknown[];
}
