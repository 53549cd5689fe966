import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../shared/scalars.ts";
import { maybe } from "../shared/maybe.ts";

/** A key to the desk API, without the key. */
@ObjectType("Token", { description: "A key to the desk API; the key itself is told only when it is made." })
export class TokenType {
  @Field(() => ID, { description: "Opaque id." })
  declare readonly id: string;

  @Field(() => String, { description: "The public beginning of the key." })
  declare readonly keyPrefix: string;

  @Field(() => String, { description: "What it is for." })
  declare readonly name: string;

  @Field(() => String, { description: "The address of whose it is." })
  declare readonly email: string;

  @Field(() => [String], {
    description:
      "What it is limited to, within its user's role: permissions, nouns (article:*) or bundles; empty: all.",
  })
  declare readonly scopes: readonly string[];

  @Field(() => DateTime, { description: "When it was made." })
  declare readonly createdAt: Date;

  @Field(() => DateTime, maybe("When it was last used, to the minute."))
  declare readonly lastUsedAt: Date | null;

  @Field(() => DateTime, maybe("When it ends by itself; null when it does not."))
  declare readonly expiresAt: Date | null;

  @Field(() => DateTime, maybe("When it was ended; null while it was not."))
  declare readonly revokedAt: Date | null;
}

/** A token just made. */
@ObjectType("CreatedToken", { description: "A token just made, and its key." })
export class CreatedTokenType {
  @Field(() => String, { description: "The key: keep it now, it is never told again." })
  declare readonly token: string;

  @Field(() => TokenType, { description: "What is kept of it." })
  declare readonly record: TokenType;
}

/** A new token. */
@InputType({ description: "A new token." })
export class CreateTokenInput {
  @Field(() => ID, maybe("Whose it is; one's own unless given, and another's only for admins."))
  declare user?: string | null;

  @Field(() => String, { description: "What it is for." })
  declare name: string;

  @Field(() => [String], {
    nullable: true,
    description: "What it is limited to: read, write, a permission such as article:publish, or a noun: article:*.",
  })
  declare scopes?: string[] | null;

  @Field(() => Int, maybe("How many days it lasts; without an end unless given."))
  declare expiresInDays?: number | null;
}

/** A token to end. */
@InputType({ description: "A token to end." })
export class RevokeTokenInput {
  @Field(() => ID, { description: "Its public beginning, its id, or the beginning of that." })
  declare token: string;
}
