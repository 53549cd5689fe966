import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import {
  createUser,
  disableUser,
  enableUser,
  findUser,
  listUsers,
  renameUser,
  scopeUser,
  setRole,
  type UserRecord,
} from "../../../newsroom/access/index.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import { findSection } from "../../../newsroom/sections/index.ts";
import { globalId } from "../../../kernel/global-id.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf } from "../shared/naming.ts";
import { orNull } from "../shared/or-null.ts";
import { payloadOf } from "../shared/payload.ts";
import { settle, type Settled } from "../shared/problem.ts";
import * as input from "./user.type.ts";
import { UserType } from "./user.type.ts";

const UserPayload = payloadOf("UserPayload", "user", () => UserType);

type Answer = Promise<Settled<UserRecord>>;

/** Users at the desk. */
@Resolver(() => UserType)
export class UserResolver {
  @FieldResolver(() => ID)
  id(@Root() { id }: UserRecord): string {
    return globalId("User", id);
  }

  @FieldResolver(() => [String])
  sections(@Root() { sections }: UserRecord): string[] {
    return sections.map(({ section }) => section.path);
  }

  @Query(() => [UserType], { description: "Everybody who works or worked at the desk, by address." })
  users(@Ctx() { desk }: DeskContext): Promise<readonly UserRecord[]> {
    return listUsers(desk);
  }

  @Query(() => UserType, { nullable: true, description: "One user; null when there is none." })
  user(
    @Arg("name", () => ID, { description: "Address, id, or the beginning of an id (8 digits or more)." }) name: string,
    @Ctx() { desk }: DeskContext,
  ): Promise<UserRecord | null> {
    return orNull(findUser(desk, nameOf(name)));
  }

  @Mutation(() => UserPayload, { description: "Lets somebody work at the desk; for admins." })
  createUser(
    @Arg("input", () => input.CreateUserInput, { description: inputDescription }) given: input.CreateUserInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    return settle(() => createUser(desk, onlyGiven(given)));
  }

  @Mutation(() => UserPayload, { description: "Gives a user another role, from their next act on; for admins." })
  setUserRole(
    @Arg("input", () => input.SetUserRoleInput, { description: inputDescription }) given: input.SetUserRoleInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    return settle(() => setRole(desk, { ...onlyGiven(given), user: nameOf(given.user) }));
  }

  @Mutation(() => UserPayload, { description: "Keeps a user out at once, whatever tokens they hold; for admins." })
  disableUser(
    @Arg("input", () => input.ChangeUserInput, { description: inputDescription }) given: input.ChangeUserInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    return settle(() => disableUser(desk, { ...onlyGiven(given), user: nameOf(given.user) }));
  }

  @Mutation(() => UserPayload, {
    description: "Lets a user in again, with the tokens that have not ended; for admins.",
  })
  enableUser(
    @Arg("input", () => input.ChangeUserInput, { description: inputDescription }) given: input.ChangeUserInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    return settle(() => enableUser(desk, { ...onlyGiven(given), user: nameOf(given.user) }));
  }

  @Mutation(() => UserPayload, { description: "Changes the name the desk shows; for admins." })
  renameUser(
    @Arg("input", () => input.RenameUserInput, { description: inputDescription }) given: input.RenameUserInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    return settle(() => renameUser(desk, { ...onlyGiven(given), user: nameOf(given.user) }));
  }

  @Mutation(() => UserPayload, { description: "Limits a user's writing to sections, or lifts the limits; for admins." })
  scopeUser(
    @Arg("input", () => input.ScopeUserInput, { description: inputDescription }) given: input.ScopeUserInput,
    @Ctx() { desk }: DeskContext,
  ): Answer {
    return settle(async () => {
      const { sections, user, ...rest } = given;
      const sectionIds: string[] = [];
      for (const name of sections) sectionIds.push((await findSection(desk, nameOf(name))).id);
      return scopeUser(desk, { ...rest, user: nameOf(user), sectionIds });
    });
  }
}
