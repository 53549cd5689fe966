import { Field, ObjectType } from "type-graphql";

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
}
