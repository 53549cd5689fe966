import { ArgsType, Field, ID, InputType, ObjectType } from "type-graphql";
import { PageArgs } from "../../shared/index.ts";
import { NodeInterface } from "../node.interface.ts";

/** A part of the newspaper. */
@ObjectType("Section", { description: "A part of the newspaper.", implements: NodeInterface, simpleResolvers: true })
export class SectionType {
  @Field(() => String, { description: "The last part of its path." })
  declare readonly slug: string;

  @Field(() => String, { description: "Its name." })
  declare readonly name: string;

  @Field(() => String, { nullable: true, description: "A few words about it." })
  declare readonly description: string | null;
}

/** One way of naming a section. */
@InputType("SectionBy", { description: "One way of naming a section: exactly one of these." })
export class SectionBy {
  @Field(() => ID, { nullable: true, description: "Its opaque id; the desk's bare id is understood as well." })
  declare readonly id?: string | null;

  @Field(() => String, { nullable: true, description: "Its path or address, or one it had: world, /world/europe." })
  declare readonly path?: string | null;
}

/** Which articles of a section. */
@ArgsType()
export class SectionArticlesArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: "Also those of all listed sections below it." })
  declare readonly includeChildren: boolean;
}
