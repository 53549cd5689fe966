import { Field, InterfaceType } from "type-graphql";
import { LinkKind } from "../../../delivery/index.ts";

/** A related link, wherever it leads. */
@InterfaceType("RelatedLink", {
  description: "A related link, wherever it leads.",
  autoRegisterImplementations: false,
})
export abstract class RelatedLinkInterface {
  @Field(() => LinkKind, { description: "What the link is for." })
  declare readonly kind: LinkKind;

  @Field(() => String, { nullable: true, description: "The heading of the group it stands under." })
  declare readonly heading: string | null;

  @Field(() => String, { description: "The headline to show: the link's own, else that of the article it leads to." })
  declare readonly headline: string;

  @Field(() => String, {
    nullable: true,
    description: "The lines to show: the link's own, else the standfirst of the article it leads to.",
  })
  declare readonly summary: string | null;
}
