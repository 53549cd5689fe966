import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { LinkStanding, linkStanding, linkWarning } from "../../../domain/links/index.ts";
import { DatelineError } from "../../../kernel/errors/index.ts";
import { findArticle, type ArticleRow, type RevisionRow } from "../../../newsroom/articles/index.ts";
import type { Desk } from "../../../newsroom/desk.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import { addLink, moveLink, removeLink, resolveTeaser, unresolvedTeasers } from "../../../newsroom/links/index.ts";
import { AddressState } from "../../../newsroom/vocabulary.ts";
import { globalId } from "../../../kernel/global-id.ts";
import { WebUrl } from "../../shared/scalars.ts";
import { ArticlePayload, settleArticle } from "../articles/article-payload.ts";
import { editOf } from "../articles/article-names.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf, naming } from "../shared/naming.ts";
import type { Settled } from "../shared/problem.ts";
import { AddLinkInput, MoveLinkInput, RemoveLinkInput, ResolveTeaserInput } from "./link.input.ts";
import { LinkTargetType, RelatedLinkType, UnresolvedTeaserType } from "./link.type.ts";

type LinkRow = RevisionRow["links"][number];
type Answer = Promise<Settled<ArticleRow>>;

type Target = Pick<LinkTargetType, keyof LinkTargetType>;
type Teaser = Pick<UnresolvedTeaserType, keyof UnresolvedTeaserType>;

const targetOf = (article: Target): Target => ({ ...article, id: globalId("Article", article.id) });

/** Where a link is to lead, as use cases want it. Throws LINK_TARGET_UNCLEAR, NOT_FOUND. */
export async function linkTarget(desk: Desk, toArticle: string | null, url: string | null) {
  if (toArticle !== null && url !== null) throw new DatelineError("LINK_TARGET_UNCLEAR");
  if (toArticle !== null) return { articleId: (await findArticle(desk, nameOf(toArticle))).id };
  return url === null ? null : { url };
}

/** Related links at the desk. */
@Resolver(() => RelatedLinkType)
export class LinkResolver {
  @FieldResolver(() => Boolean, { description: "True while it has no target: readers get its words without a link." })
  isUnresolved(@Root() { targetArticleId, externalAddressId }: LinkRow): boolean {
    return targetArticleId === null && externalAddressId === null;
  }

  @FieldResolver(() => WebUrl, { nullable: true, description: "The address outside." })
  url(@Root() { externalAddress }: LinkRow): string | null {
    return externalAddress?.url ?? null;
  }

  @FieldResolver(() => AddressState, { nullable: true, description: "What the last check of the address found." })
  addressState(@Root() { externalAddress }: LinkRow): AddressState | null {
    return externalAddress?.state ?? null;
  }

  @FieldResolver(() => WebUrl, {
    nullable: true,
    description: "Where the address has moved for good, as the last check found.",
  })
  movedTo(@Root() { externalAddress }: LinkRow): string | null {
    return externalAddress?.state === "MOVED" ? externalAddress.finalUrl : null;
  }

  @FieldResolver(() => LinkStanding, { description: "Whether readers get where it leads." })
  standing(@Root() link: LinkRow, @Ctx() { desk }: DeskContext): LinkStanding {
    return linkStanding(link, desk.now());
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What an editor should know of it: its target is dead, dark or has moved.",
  })
  warning(@Root() link: LinkRow, @Ctx() { desk }: DeskContext): string | null {
    return linkWarning(link, desk.now());
  }

  @FieldResolver(() => LinkTargetType, { nullable: true, description: "The article it leads to, in any state." })
  target(@Root() { target }: LinkRow): Target | null {
    return target === null
      ? null
      : targetOf({ id: target.id, slug: target.slug, headline: target.headRevision.headline });
  }

  @Query(() => [UnresolvedTeaserType], {
    description:
      "Teasers without a target on the newest revisions, those of the newest article first, with candidates.",
  })
  async unresolvedTeasers(
    @Ctx() { desk }: DeskContext,
    @Arg("article", () => ID, { nullable: true, description: `Only those of this article. ${naming}` })
    article?: string,
    @Arg("first", () => Int, { defaultValue: 500, description: "How many, from 1 to 500." }) first = 500,
    @Arg("after", () => ID, { nullable: true, description: "The key of the last one before; for the next page." })
    after?: string | null,
  ): Promise<readonly Teaser[]> {
    const only = article ? { articleId: (await findArticle(desk, nameOf(article))).id } : {};
    const { teasers } = await unresolvedTeasers(desk, { ...only, first, ...(after ? { after } : {}) });
    return teasers.map((teaser) => ({
      ...teaser,
      version: teaser.article.version,
      article: targetOf(teaser.article),
      candidates: teaser.candidates.map(targetOf),
    }));
  }

  @Mutation(() => ArticlePayload, { description: "Adds a related link to the newest revision." })
  addLink(
    @Arg("input", () => AddLinkInput, { description: inputDescription }) given: AddLinkInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { desk } = context;
    return settleArticle(context, given.article, async () => {
      const { article, expectedVersion, toArticle, toUrl, ...rest } = given;
      const target = await linkTarget(desk, toArticle ?? null, toUrl ?? null);
      return addLink(desk, { ...(await editOf(desk, { article, expectedVersion })), ...onlyGiven(rest), target });
    });
  }

  @Mutation(() => ArticlePayload, { description: "Moves a related link to another place in the order." })
  moveLink(
    @Arg("input", () => MoveLinkInput, { description: inputDescription }) given: MoveLinkInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { key, position } = given;
    return settleArticle(context, given.article, async () =>
      moveLink(context.desk, { ...(await editOf(context.desk, given)), key, position }),
    );
  }

  @Mutation(() => ArticlePayload, { description: "Takes a related link off the newest revision." })
  removeLink(
    @Arg("input", () => RemoveLinkInput, { description: inputDescription }) given: RemoveLinkInput,
    @Ctx() context: DeskContext,
  ): Answer {
    return settleArticle(context, given.article, async () =>
      removeLink(context.desk, { ...(await editOf(context.desk, given)), key: given.key }),
    );
  }

  @Mutation(() => ArticlePayload, { description: "Gives a teaser the article it means, in a new revision." })
  resolveTeaser(
    @Arg("input", () => ResolveTeaserInput, { description: inputDescription }) given: ResolveTeaserInput,
    @Ctx() context: DeskContext,
  ): Answer {
    const { desk } = context;
    return settleArticle(context, given.article, async () => {
      const targetArticleId = (await findArticle(desk, nameOf(given.target))).id;
      return resolveTeaser(desk, { ...(await editOf(desk, given)), key: given.key, targetArticleId });
    });
  }
}
