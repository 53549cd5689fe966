import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { may, permissions, Role, type Permission } from "../../../newsroom/access/index.ts";
import type { DeskContext } from "../shared/context.ts";

/** Who asks. */
@ObjectType("Me", { description: "Who asks, and what they may do." })
class MeType {
  @Field(() => String, { description: "Name." })
  declare readonly name: string;

  @Field(() => Role, { description: "Role." })
  declare readonly role: Role;

  @Field(() => [String], { description: "Permissions, spelled noun:verb." })
  declare readonly permissions: readonly string[];
}

/** Who asks. */
@Resolver()
export class MeResolver {
  @Query(() => MeType, { description: "Who asks, and what they may do." })
  me(@Ctx() { desk: { actor } }: DeskContext): Pick<MeType, keyof MeType> {
    const all = Object.keys(permissions) as Permission[];
    return { name: actor.name, role: actor.role, permissions: all.filter((permission) => may(actor, permission)) };
  }
}
