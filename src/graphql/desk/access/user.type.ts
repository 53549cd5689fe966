import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Role } from "../../../newsroom/access/index.ts";
import { DateTime } from "../../shared/scalars.ts";
import { maybe } from "../shared/maybe.ts";
import { namingEach } from "../shared/naming.ts";

/** Somebody who works at the desk. */
@ObjectType("User", { description: "Somebody who works at the desk." })
export class UserType {
  @Field(() => ID, { description: "Opaque id." })
  declare readonly id: string;

  @Field(() => String, { description: "The address they act as." })
  declare readonly email: string;

  @Field(() => String, { description: "The name the desk shows." })
  declare readonly displayName: string;

  @Field(() => Role, { description: "Their role." })
  declare readonly role: Role;

  @Field(() => [String], {
    description:
      "Paths of the sections their writing is limited to, with everything below; empty: none, so everywhere.",
  })
  declare readonly sections: readonly string[];

  @Field(() => DateTime, maybe("Since when they are kept out; null while they are not."))
  declare readonly disabledAt: Date | null;

  @Field(() => DateTime, { description: "Since when they have worked here." })
  declare readonly createdAt: Date;
}

/** A new user. */
@InputType({ description: "A new user of the desk." })
export class CreateUserInput {
  @Field(() => String, { description: "The address they act as." })
  declare email: string;

  @Field(() => Role, { description: "Their role." })
  declare role: Role;

  @Field(() => String, maybe("The name the desk shows; the beginning of the address unless given."))
  declare displayName?: string;
}

/** A user to change, and why. */
@InputType({ description: "A user to let in or keep out, and why." })
export class ChangeUserInput {
  @Field(() => ID, { description: "Their address, their id, or the beginning of it (8 digits or more)." })
  declare user: string;

  @Field(() => String, maybe("Why; kept in the audit."))
  declare reason?: string | null;
}

/** A user and their new role. */
@InputType({ description: "A user, and the role they are to have." })
export class SetUserRoleInput extends ChangeUserInput {
  @Field(() => Role, { description: "The role they are to have." })
  declare role: Role;
}

/** A user and their new name. */
@InputType({ description: "A user, and the name the desk is to show." })
export class RenameUserInput extends ChangeUserInput {
  @Field(() => String, { description: "The name the desk is to show." })
  declare displayName: string;
}

/** A user and the limits of their work. */
@InputType({ description: "A user, and the sections their writing is to be limited to." })
export class ScopeUserInput extends ChangeUserInput {
  @Field(() => [ID], {
    description: `All the sections, each with everything below; an empty list lifts every limit. ${namingEach}`,
  })
  declare sections: string[];
}
