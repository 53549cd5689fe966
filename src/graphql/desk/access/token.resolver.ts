import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import {
  createToken,
  listTokens,
  revokeToken,
  type CreatedToken,
  type TokenRecord,
} from "../../../newsroom/access/index.ts";
import { globalId } from "../../../kernel/global-id.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf } from "../shared/naming.ts";
import { payloadOf } from "../shared/payload.ts";
import { settle, type Settled } from "../shared/problem.ts";
import { CreatedTokenType, CreateTokenInput, RevokeTokenInput, TokenType } from "./token.type.ts";

const TokenPayload = payloadOf("TokenPayload", "token", () => TokenType);
const CreatedTokenPayload = payloadOf("CreatedTokenPayload", "token just made", () => CreatedTokenType);

/** Keys to the desk API. */
@Resolver(() => TokenType)
export class TokenResolver {
  @FieldResolver(() => ID)
  id(@Root() { id }: TokenRecord): string {
    return globalId("Token", id);
  }

  @FieldResolver(() => String)
  email(@Root() { user }: TokenRecord): string {
    return user.email;
  }

  @Query(() => [TokenType], { description: "One's own tokens, the newest first, ended ones too." })
  myTokens(@Ctx() { desk }: DeskContext): Promise<readonly TokenRecord[]> {
    return listTokens(desk, { mine: true });
  }

  @Query(() => [TokenType], { description: "The tokens one may end: one's own; for an admin, everybody's." })
  tokens(@Ctx() { desk }: DeskContext): Promise<readonly TokenRecord[]> {
    return listTokens(desk);
  }

  @Mutation(() => CreatedTokenPayload, {
    description: "Makes a token; a limited token makes only tokens as limited as itself.",
  })
  createToken(
    @Arg("input", () => CreateTokenInput, { description: inputDescription }) given: CreateTokenInput,
    @Ctx() { desk }: DeskContext,
  ): Promise<Settled<CreatedToken>> {
    const { user, name, scopes, expiresInDays } = given;
    const whose = nameOf(user ?? desk.actor.id ?? "");
    return settle(() =>
      createToken(desk, { user: whose, name, scopes: scopes ?? [], expiresInDays: expiresInDays ?? undefined }),
    );
  }

  @Mutation(() => TokenPayload, { description: "Ends a token at once." })
  revokeToken(
    @Arg("input", () => RevokeTokenInput, { description: inputDescription }) { token }: RevokeTokenInput,
    @Ctx() { desk }: DeskContext,
  ): Promise<Settled<TokenRecord>> {
    return settle(() => revokeToken(desk, { token: nameOf(token) }));
  }
}
