import { Field, ObjectType } from "type-graphql";
import { typeNamed } from "../type-names.ts";

/** A list of articles beside a page, worked out when it is read. */
@ObjectType("Rail", {
  description: "A list of articles beside a page, worked out when it is read.",
  simpleResolvers: true,
})
export class RailType {
  @Field(() => String, { description: "Stable name of the rail." })
  declare readonly key: string;

  @Field(() => String, { description: "The title to show." })
  declare readonly title: string;

  @Field(() => [typeNamed("Article")], { description: "The articles: pinned ones first, then the newest." })
  declare readonly items: readonly unknown[];

  @Field(() => Boolean, { description: "Whether there is nothing in it: show no heading then." })
  declare readonly isEmpty: boolean;
}
