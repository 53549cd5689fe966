import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { maybe } from "../shared/maybe.ts";
import { naming, versioning } from "../shared/naming.ts";

/** A part of the newspaper. */
@ObjectType("Section", { description: "A part of the newspaper; sections form a tree of at most four levels." })
export class SectionType {
  @Field(() => ID, { description: "Opaque id." })
  declare readonly id: string;

  @Field(() => String, { description: "The name readers see." })
  declare readonly name: string;

  @Field(() => String, { description: "The last part of its path." })
  declare readonly slug: string;

  @Field(() => String, { description: "Slugs from the top down, without a leading slash." })
  declare readonly path: string;

  @Field(() => String, maybe("What it is about."))
  declare readonly description: string | null;

  @Field(() => Int, { description: "Its place among its siblings, from 0." })
  declare readonly position: number;

  @Field(() => Boolean, { description: "False for a section that stands in no list of sections." })
  declare readonly visible: boolean;

  @Field(() => Int, { description: "Grows by one with every change; name it in the next one." })
  declare readonly version: number;
}

/** A new section. */
@InputType({ description: "A new section." })
export class CreateSectionInput {
  @Field(() => String, { description: "The name readers see." })
  declare name: string;

  @Field(() => String, maybe("Its slug; made from the name unless given."))
  declare slug?: string;

  @Field(() => ID, maybe(`The section it stands below; at the top unless given. ${naming}`))
  declare parent?: string | null;

  @Field(() => String, maybe("What it is about."))
  declare description?: string | null;

  @Field(() => Int, maybe("Its place among its siblings, from 0; last unless said."))
  declare position?: number;

  @Field(() => Boolean, maybe("False for a section that is to stand in no list."))
  declare visible?: boolean;
}

/** What to change of a section. */
@InputType({ description: "What to change of a section; a field left out stays." })
export class RenameSectionInput {
  @Field(() => ID, { description: naming })
  declare section: string;

  @Field(() => Int, { description: versioning })
  declare expectedVersion: number;

  @Field(() => String, maybe("The name readers see."))
  declare name?: string;

  @Field(() => String, maybe("Its slug; old paths redirect."))
  declare slug?: string;

  @Field(() => String, maybe("What it is about."))
  declare description?: string | null;

  @Field(() => Boolean, maybe("False for a section that is to stand in no list."))
  declare visible?: boolean;
}

/** Where to move a section. */
@InputType({ description: "Where to move a section; old paths redirect." })
export class MoveSectionInput {
  @Field(() => ID, { description: naming })
  declare section: string;

  @Field(() => Int, { description: versioning })
  declare expectedVersion: number;

  @Field(
    () => ID,
    maybe("The section it is to stand below; null moves it to the top, left out it stays below its parent."),
  )
  declare under?: string | null;

  @Field(() => Int, maybe("Its place among its siblings, from 0; last unless said."))
  declare position?: number;
}
