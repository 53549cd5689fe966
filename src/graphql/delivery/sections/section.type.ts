import { Args, ArgsType, Directive, Field, ID, InputType, ObjectType } from "type-graphql";
import { PageArgs, WebUrl } from "../../shared/index.ts";
import { NodeInterface } from "../node.interface.ts";
import { answeredByThePlan, typeNamed } from "../type-names.ts";

/** Which articles of a section. */
@ArgsType()
export class SectionArticlesArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: "Also those of all listed sections below it." })
  declare readonly includeChildren: boolean;
}

/** A part of the newspaper. */
@Directive("@cacheControl(maxAge: 300)")
@ObjectType("Section", { description: "A part of the newspaper.", implements: NodeInterface, simpleResolvers: true })
export class SectionType {
  @Field(() => String, { description: "The last part of its path." })
  declare readonly slug: string;

  @Field(() => String, { description: "Its name." })
  declare readonly name: string;

  @Field(() => String, { nullable: true, description: "A few words about it." })
  declare readonly description: string | null;

  @Field(() => String, { description: "Its path, with a leading slash." })
  declare readonly path: string;

  @Field(() => WebUrl, { description: "Its address." })
  declare readonly url: string;

  @Field(() => typeNamed("Section"), { nullable: true, description: "The section above it; null at the top." })
  declare readonly parent: unknown;

  @Field(() => [typeNamed("Section")], { description: "The sections below it, in order." })
  declare readonly children: readonly unknown[];

  @Field(() => [typeNamed("Section")], { description: "The way from the top down to it, itself the last." })
  declare readonly breadcrumb: readonly unknown[];

  @Field(() => typeNamed("ArticleConnection"), {
    description: "Its articles, newest first: those it is the main section of, and those that also stand in it.",
  })
  articles(@Args(() => SectionArticlesArgs) wish: SectionArticlesArgs): never {
    return answeredByThePlan(wish);
  }
}

/** One way of naming a section. */
@InputType("SectionBy", { description: "One way of naming a section: exactly one of these." })
export class SectionBy {
  @Field(() => ID, { nullable: true, description: "Its opaque id; the desk's bare id is understood as well." })
  declare readonly id?: string | null;

  @Field(() => String, { nullable: true, description: "Its path or address, or one it had: world, /world/europe." })
  declare readonly path?: string | null;
}
