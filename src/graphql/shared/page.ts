import "reflect-metadata";
import { ArgsType, Field, Int, ObjectType } from "type-graphql";

/** The four arguments of every connection. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: "So many from the beginning, 1 to 100; 20 when neither `first` nor `last` is given.",
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes after this cursor." })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: "So many from the end, 1 to 100; cannot be combined with `first`." })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "Only what comes before this cursor." })
  before?: string | null;
}

/** Where a page stands in its list; right in both directions. */
@ObjectType({ description: "Where a page stands in its list.", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether the list goes on after this page." })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether anything stands before this page." })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first item; null on an empty page." })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last item; null on an empty page." })
  readonly endCursor!: string | null;
}
