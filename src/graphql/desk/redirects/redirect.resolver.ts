import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { globalId } from "../../../kernel/global-id.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import {
  addRedirect,
  listRedirects,
  removeRedirect,
  targetPath,
  type RedirectRow,
} from "../../../newsroom/redirects/index.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf } from "../shared/naming.ts";
import { PageArgs, pageOf, pageQuery, pageTypeOf } from "../shared/page.ts";
import { payloadOf } from "../shared/payload.ts";
import { settle, type Settled } from "../shared/problem.ts";
import { AddRedirectInput, RedirectType, RemoveRedirectInput } from "./redirect.type.ts";

@ArgsType()
class RedirectsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: "Only those with this in their old path." })
  declare readonly q: string | null;
}

const RedirectPage = pageTypeOf("RedirectPage", "redirects", "by their old path", () => RedirectType);

const RedirectPayload = payloadOf("RedirectPayload", "redirect", () => RedirectType);

/** Redirects at the desk. */
@Resolver(() => RedirectType)
export class RedirectResolver {
  @FieldResolver(() => ID, { description: "Opaque id." })
  id(@Root() { id }: RedirectRow): string {
    return globalId("Redirect", id);
  }

  @FieldResolver(() => String, { description: "The old path, folded: lower case, with a leading slash." })
  from(@Root() { fromPath }: RedirectRow): string {
    return fromPath;
  }

  @FieldResolver(() => String, { nullable: true, description: "The path it leads to now; null for what is gone." })
  to(@Root() redirect: RedirectRow): string | null {
    return targetPath(redirect);
  }

  @Query(() => RedirectPage, { description: "Redirects of every origin, by their old path." })
  async redirects(@Args(() => RedirectsArgs) args: RedirectsArgs, @Ctx() { desk }: DeskContext) {
    const { redirects, hasMore } = await listRedirects(desk, pageQuery(args, { q: args.q }));
    return pageOf("Redirect", redirects, hasMore);
  }

  @Mutation(() => RedirectPayload, { description: "Lets an old path lead to another path of this site." })
  addRedirect(
    @Arg("input", () => AddRedirectInput, { description: inputDescription }) given: AddRedirectInput,
    @Ctx() { desk }: DeskContext,
  ): Promise<Settled<RedirectRow>> {
    return settle(() => addRedirect(desk, onlyGiven(given)));
  }

  @Mutation(() => RedirectPayload, { description: "Takes a redirect away; answers with it as it was." })
  removeRedirect(
    @Arg("input", () => RemoveRedirectInput, { description: inputDescription }) given: RemoveRedirectInput,
    @Ctx() { desk }: DeskContext,
  ): Promise<Settled<RedirectRow>> {
    return settle(() => removeRedirect(desk, { redirect: nameOf(given.redirect) }));
  }
}
