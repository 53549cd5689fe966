import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { limitsOf, may, permissions, Role, type Permission } from "../../../newsroom/access/index.ts";
import type { DeskContext } from "../shared/context.ts";

/** Who asks. */
@ObjectType("Me", { description: "Who asks, and what they may do." })
class MeType {
  @Field(() => String, { description: "The name the desk shows." })
  declare readonly name: string;

  @Field(() => Role, { description: "Their role; a token may hold less of it." })
  declare readonly role: Role;

  @Field(() => [String], { description: "Permissions, spelled noun:verb, that both role and token hold." })
  declare readonly permissions: readonly string[];

  @Field(() => [String], {
    description:
      "Paths of the sections one's writing is limited to, with everything below; empty: none, so everywhere.",
  })
  declare readonly sections: readonly string[];
}

/** Who asks. */
@Resolver()
export class MeResolver {
  @Query(() => MeType, { description: "Who asks, and what they may do." })
  async me(@Ctx() { desk }: DeskContext): Promise<Pick<MeType, keyof MeType>> {
    const { actor } = desk;
    const all = Object.keys(permissions) as Permission[];
    const held = all.filter((permission) => may(actor, permission));
    return { name: actor.name, role: actor.role, permissions: held, sections: await limitsOf(desk) };
  }
}
