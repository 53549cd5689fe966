import { Field, Int, ObjectType } from "type-graphql";

/** What was asked for stands elsewhere. */
@ObjectType("Redirect", { description: "What was asked for stands elsewhere.", simpleResolvers: true })
export class RedirectType {
  @Field(() => String, { description: "Where: a path of this site, or an address elsewhere." })
  declare readonly to: string;

  @Field(() => Int, { description: "The HTTP status to answer with: 301 or 308." })
  declare readonly status: number;

  @Field(() => Boolean, { description: "Whether it stays there: both 301 and 308 say so." })
  declare readonly permanent: boolean;
}

/** Readers once saw something here, and no longer may. */
@ObjectType("Gone", { description: "Readers once saw something here, and no longer may.", simpleResolvers: true })
export class GoneType {
  @Field(() => String, { description: "The path that was asked for." })
  declare readonly path: string;
}
