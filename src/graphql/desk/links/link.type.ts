import { Field, ID, Int, ObjectType } from "type-graphql";
import { WorkflowState } from "../../../domain/lifecycle/index.ts";
import { LinkStanding } from "../../../domain/links/index.ts";
import { LinkBackStanding } from "../../../newsroom/links/index.ts";
import { AddressState, LinkKind } from "../../../newsroom/vocabulary.ts";
import { registerEnum } from "../../shared/enums.ts";
import { WebUrl } from "../../shared/scalars.ts";
import { maybe } from "../shared/maybe.ts";

/** A related link of a revision, resolved or not. */
@ObjectType("RelatedLink", {
  description: "A related link: to an article, to an address outside, or a teaser without a target yet.",
})
export class RelatedLinkType {
  @Field(() => ID, { description: "Names the link through all revisions of its article." })
  declare readonly key: string;

  @Field(() => Int, { description: "Its place in the order, from 0." })
  declare readonly position: number;

  @Field(() => LinkKind, { description: "What it is for." })
  declare readonly kind: LinkKind;

  @Field(() => String, maybe("A headline of its own; the target's shows without."))
  declare readonly headline: string | null;

  @Field(() => String, maybe("A summary of its own."))
  declare readonly summary: string | null;

  @Field(() => String, maybe("The heading of the group it stands under."))
  declare readonly heading: string | null;

  @Field(() => Boolean, { description: "True when the other article shows a link back." })
  declare readonly reciprocal: boolean;

  @Field(() => Boolean, { description: "True while it has no target: readers get its words without a link." })
  declare readonly isUnresolved: boolean;

  @Field(() => WebUrl, maybe("The address outside."))
  declare readonly url: string | null;

  @Field(() => AddressState, maybe("What the last check of the address found."))
  declare readonly addressState: AddressState | null;

  @Field(() => WebUrl, maybe("Where the address has moved for good, as the last check found."))
  declare readonly movedTo: string | null;

  @Field(() => LinkStanding, { description: "Whether readers get where it leads." })
  declare readonly standing: LinkStanding;

  @Field(() => String, maybe("What an editor should know of it: its target is dead, dark or has moved."))
  declare readonly warning: string | null;
}

/** The article a link leads to, in short. */
@ObjectType("LinkTarget", { description: "An article a link leads to, or may lead to." })
export class LinkTargetType {
  @Field(() => ID, { description: "Opaque id of the article." })
  declare readonly id: string;

  @Field(() => String, { description: "Its slug." })
  declare readonly slug: string;

  @Field(() => String, { description: "Its newest headline." })
  declare readonly headline: string;
}

registerEnum("LinkBackStanding", LinkBackStanding, "What becomes of a link back.", {
  SHOWN: "Readers get it after the article's own links.",
  WAITING: "What readers have of the other article does not ask for it, or they have nothing of it.",
  HIDDEN: "The article does not show it.",
  OWN: "The newest revision links there by itself.",
});

/** An article that asks another to link back. */
@ObjectType("LinkBack", { description: "An article that asks another to link back, and what becomes of that." })
export class LinkBackType extends LinkTargetType {
  @Field(() => WorkflowState, { description: "Where it stands in the workflow." })
  declare readonly state: WorkflowState;

  @Field(() => LinkKind, { description: "What its link is for." })
  declare readonly kind: LinkKind;

  @Field(() => LinkBackStanding, { description: "What becomes of the link back." })
  declare readonly standing: LinkBackStanding;
}

/** A teaser whose target is not known yet. */
@ObjectType("UnresolvedTeaser", { description: "A teaser whose target is not known yet." })
export class UnresolvedTeaserType {
  @Field(() => LinkTargetType, { description: "The article it stands on." })
  declare readonly article: LinkTargetType;

  @Field(() => Int, { description: "The version of that article." })
  declare readonly version: number;

  @Field(() => ID, { description: "The link's key." })
  declare readonly key: string;

  @Field(() => Int, { description: "Its place in the order, from 0." })
  declare readonly position: number;

  @Field(() => String, { description: "Its headline." })
  declare readonly headline: string;

  @Field(() => String, maybe("Its summary."))
  declare readonly summary: string | null;

  @Field(() => String, maybe("The heading it stands under."))
  declare readonly heading: string | null;

  @Field(() => [LinkTargetType], { description: "Articles that bear its headline by now." })
  declare readonly candidates: readonly LinkTargetType[];
}
