import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { globalId } from "../../../kernel/global-id.ts";
import { DatelineError } from "../../../kernel/errors/index.ts";
import { findArticle } from "../../../newsroom/articles/index.ts";
import {
  checkExternal,
  linkTroubles,
  movedAddresses,
  relink,
  type CheckedAddress,
  type Relinked,
} from "../../../newsroom/links/index.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf, naming } from "../shared/naming.ts";
import { payloadOf } from "../shared/payload.ts";
import { problemOf, settle } from "../shared/problem.ts";
import { AddressCheckType, LinkTroubleType, MovedAddressType, RelinkingType } from "./address.type.ts";
import { CheckAddressesInput, RelinkInput } from "./link.input.ts";
import { linkTarget } from "./link.resolver.ts";

const AddressCheckPayload = payloadOf("AddressCheckPayload", "round of checks", () => AddressCheckType);
const RelinkPayload = payloadOf("RelinkPayload", "relinking", () => RelinkingType);

// A request is no place for a long job.
const mostChecks = 50;

/** Addresses outside, and links that warn. */
@Resolver()
export class AddressResolver {
  @Query(() => [LinkTroubleType], {
    description:
      "Links on newest revisions whose target is dead, dark or has moved, 500 at most; then marks in their texts, as many.",
  })
  async linkTroubles(
    @Ctx() { desk }: DeskContext,
    @Arg("article", () => ID, { nullable: true, description: `Only those of this article. ${naming}` })
    article?: string,
  ) {
    const only = article ? { articleId: (await findArticle(desk, nameOf(article))).id } : {};
    const troubles = await linkTroubles(desk, only);
    return troubles.map((one) => ({ ...one, article: shortly(one.article) }));
  }

  @Query(() => [MovedAddressType], { description: "Addresses in use that have moved for good; 500 at most." })
  async movedAddresses(@Ctx() { desk }: DeskContext) {
    const moved = await movedAddresses(desk);
    return moved.map((one) => ({ ...one, articles: one.articles.map(shortly) }));
  }

  @Mutation(() => AddressCheckPayload, { description: "Asks addresses outside whether they answer, each once." })
  checkAddresses(
    @Arg("input", () => CheckAddressesInput, { description: inputDescription }) given: CheckAddressesInput,
    @Ctx() { desk }: DeskContext,
  ) {
    return settle(async () => {
      const { article, olderThanHours, limit } = given;
      const only = article ? { articleId: (await findArticle(desk, nameOf(article))).id } : {};
      const age = olderThanHours === undefined ? {} : { olderThanHours };
      const found = await checkExternal(desk, { ...only, ...age, limit: Math.min(limit, mostChecks) });
      return { addresses: found.map(addressOf) };
    });
  }

  @Mutation(() => RelinkPayload, {
    description:
      "Lets every related link and every mark in a text that leads to an address lead elsewhere, in new revisions.",
  })
  relink(
    @Arg("input", () => RelinkInput, { description: inputDescription }) given: RelinkInput,
    @Ctx() { desk }: DeskContext,
  ) {
    return settle(async () => {
      const to = await linkTarget(desk, given.toArticle ?? null, given.toUrl ?? null);
      if (to === null) throw new DatelineError("LINK_TARGET_UNCLEAR");
      return { articles: (await relink(desk, { from: given.from, to })).map(outcomeOf) };
    });
  }
}

const shortly = <T extends { readonly id: string }>(article: T): T => ({
  ...article,
  id: globalId("Article", article.id),
});

const addressOf = ({ url, after, places }: CheckedAddress) => ({
  ...{ url, state: after.state, httpStatus: after.httpStatus, failCount: after.failCount },
  movedTo: after.state === "MOVED" ? after.finalUrl : null,
  places: places.map((place) => ({ ...place, article: shortly(place.article) })),
});

const outcomeOf = ({ id, slug, headline, article, error }: Relinked) => ({
  ...{ id: globalId("Article", id), slug, headline },
  ...{ version: article?.version ?? null, problem: error === null ? null : problemOf(error) },
});
