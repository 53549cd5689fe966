import { Field, ID, InputType } from "type-graphql";

/** One way of naming an article. */
@InputType("ArticleBy", { description: "One way of naming an article: exactly one of these." })
export class ArticleBy {
  @Field(() => ID, { nullable: true, description: "Its opaque id; the desk's bare id is understood as well." })
  declare readonly id?: string | null;

  @Field(() => String, { nullable: true, description: "Its slug, or one it had in the past." })
  declare readonly slug?: string | null;

  @Field(() => String, { nullable: true, description: "Its path or address, or one it had in the past." })
  declare readonly path?: string | null;
}
