import { Field, ObjectType } from "type-graphql";
import { WebUrl } from "../../shared/index.ts";
import { typeNamed } from "../type-names.ts";
import { RelatedLinkInterface } from "./related-link.interface.ts";

/** A link to an article readers can read now. */
@ObjectType("ArticleLink", {
  description: "A link to an article readers can read now.",
  implements: RelatedLinkInterface,
  simpleResolvers: true,
})
export class ArticleLinkType {
  @Field(() => typeNamed("Article"), { description: "The article it leads to." })
  declare readonly article: unknown;
}

/** A link to another site. */
@ObjectType("ExternalLink", {
  description: "A link to another site.",
  implements: RelatedLinkInterface,
  simpleResolvers: true,
})
export class ExternalLinkType {
  @Field(() => WebUrl, { description: "Where it leads." })
  declare readonly url: string;
}

/** A headline and its lines that lead nowhere. */
@ObjectType("UnlinkedTeaser", {
  description: "A headline and its lines that lead nowhere (yet): print them without a link.",
  implements: RelatedLinkInterface,
  simpleResolvers: true,
})
export class UnlinkedTeaserType {}
