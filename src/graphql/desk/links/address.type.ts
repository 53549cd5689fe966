import { Field, ID, Int, ObjectType } from "type-graphql";
import { LinkStanding } from "../../../domain/links/index.ts";
import { AddressState } from "../../../newsroom/vocabulary.ts";
import { DateTime, WebUrl } from "../../shared/scalars.ts";
import { maybe } from "../shared/maybe.ts";
import { ProblemType } from "../shared/problem.ts";

/** An article in short, beside its links. */
@ObjectType("LinkingArticle", { description: "An article whose newest revision holds a link." })
export class LinkingArticleType {
  @Field(() => ID, { description: "Opaque id of the article." })
  declare readonly id: string;

  @Field(() => String, { description: "Its slug." })
  declare readonly slug: string;
}

/** Where an address stands. */
@ObjectType("AddressPlace", { description: "Where an address stands: in a related link, or in a block of the text." })
export class AddressPlaceType {
  @Field(() => LinkingArticleType, { description: "The article." })
  declare readonly article: LinkingArticleType;

  @Field(() => ID, maybe("The key of the related link; null where it stands in the text."))
  declare readonly key: string | null;

  @Field(() => ID, maybe("The block of the text; null where it stands in a related link."))
  declare readonly block: string | null;
}

/** An address as a check found it. */
@ObjectType("CheckedAddress", { description: "An address outside, as a check found it." })
export class CheckedAddressType {
  @Field(() => WebUrl, { description: "The address." })
  declare readonly url: string;

  @Field(() => AddressState, { description: "What the check found." })
  declare readonly state: AddressState;

  @Field(() => Int, maybe("The status it answered with; null without an answer."))
  declare readonly httpStatus: number | null;

  @Field(() => Int, { description: "How often it failed without an answer between; at 3 it is dead." })
  declare readonly failCount: number;

  @Field(() => WebUrl, maybe("Where it has moved for good."))
  declare readonly movedTo: string | null;

  @Field(() => [AddressPlaceType], {
    description:
      "Where it stands, on newest, live and next revisions; a hundred related links and as many blocks at most.",
  })
  declare readonly places: readonly AddressPlaceType[];
}

/** What a round of checks found. */
@ObjectType("AddressCheck", { description: "What a round of checks found." })
export class AddressCheckType {
  @Field(() => [CheckedAddressType], { description: "The addresses it asked." })
  declare readonly addresses: readonly CheckedAddressType[];
}

/** An address that has moved. */
@ObjectType("MovedAddress", { description: "An address that has moved for good, and who still links to the old one." })
export class MovedAddressType {
  @Field(() => WebUrl, { description: "The old address." })
  declare readonly url: string;

  @Field(() => WebUrl, { description: "Where it leads now." })
  declare readonly movedTo: string;

  @Field(() => DateTime, maybe("When that was found."))
  declare readonly checkedAt: Date | null;

  @Field(() => [LinkingArticleType], {
    description: "Articles whose newest revision leads to the old address, in a related link or in its text.",
  })
  declare readonly articles: readonly LinkingArticleType[];
}

/** What became of the links of one article. */
@ObjectType("RelinkedArticle", { description: "What became of the links of one article." })
export class RelinkedArticleType extends LinkingArticleType {
  @Field(() => String, { description: "Its newest headline." })
  declare readonly headline: string;

  @Field(() => Int, maybe("Its version now; null when it was not changed."))
  declare readonly version: number | null;

  @Field(() => ProblemType, maybe("What kept it from being changed."))
  declare readonly problem: ProblemType | null;
}

/** A relinking, article by article. */
@ObjectType("Relinking", { description: "A relinking, article by article, each in a transaction of its own." })
export class RelinkingType {
  @Field(() => [RelinkedArticleType], { description: "The articles whose newest revision had the address." })
  declare readonly articles: readonly RelinkedArticleType[];
}

/** A link that warns. */
@ObjectType("LinkTrouble", {
  description: "A link on a newest revision, or in its text, whose target is dead, dark or has moved.",
})
export class LinkTroubleType {
  @Field(() => LinkingArticleType, { description: "The article it stands on." })
  declare readonly article: LinkingArticleType;

  @Field(() => ID, maybe("The link's key; null where it is a mark in the text."))
  declare readonly key: string | null;

  @Field(() => Int, maybe("Its place in the order, from 0; null where it is a mark in the text."))
  declare readonly position: number | null;

  @Field(() => ID, maybe("The block of the text the mark stands in; null for a related link."))
  declare readonly block: string | null;

  @Field(() => String, maybe("Its headline, or its target's."))
  declare readonly headline: string | null;

  @Field(() => String, { description: "The slug or the address it leads to." })
  declare readonly target: string;

  @Field(() => LinkStanding, { description: "Whether readers get where it leads." })
  declare readonly standing: LinkStanding;

  @Field(() => String, { description: "What an editor should know." })
  declare readonly warning: string;
}
