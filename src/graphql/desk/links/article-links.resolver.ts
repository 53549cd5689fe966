import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { linkWarning } from "../../../domain/links/index.ts";
import { globalId } from "../../../kernel/global-id.ts";
import { findArticle, type ArticleRow, type RevisionRow } from "../../../newsroom/articles/index.ts";
import { linkTo, suggestLinks, whereMediaUsed, whereUsed, type Use, type Uses } from "../../../newsroom/links/index.ts";
import type { MediaRecord } from "../../../newsroom/media/index.ts";
import { ArticlePayload, settleArticle, type TakenDown } from "../articles/article-payload.ts";
import { editOf } from "../articles/article-names.ts";
import { ArticleType } from "../articles/article.type.ts";
import { MediaType } from "../media/media.type.ts";
import type { DeskContext } from "../shared/context.ts";
import { inputDescription, nameOf } from "../shared/naming.ts";
import type { Settled } from "../shared/problem.ts";
import { AddLinksInput } from "./link.input.ts";
import { RelatedLinkType } from "./link.type.ts";
import { ArticleUsesType, ArticleUseType, LinkSuggestionType } from "./uses.type.ts";

const useOf = (use: Use) => ({ ...use, id: globalId("Article", use.id) });

const usesOf = ({ articles, rails, redirects }: Uses) => ({
  articles: articles.map(useOf),
  rails: rails.map((rail) => ({ ...rail, id: globalId("Rail", rail.id) })),
  redirects: redirects.map((redirect) => ({ ...redirect, id: globalId("Redirect", redirect.id) })),
});

/** What an act that takes an article away touches elsewhere. */
@Resolver(() => ArticlePayload)
export class TakenDownResolver {
  @FieldResolver(() => ArticleUsesType, {
    nullable: true,
    description: "Where the article was used when it was unpublished, killed or spiked; null after other acts.",
  })
  usedIn(@Root() { usedIn }: TakenDown) {
    return usedIn === undefined ? null : usesOf(usedIn);
  }
}

/** What hangs on an article's links, and who links to it. */
@Resolver(() => ArticleType)
export class ArticleLinksResolver {
  @FieldResolver(() => [RelatedLinkType], {
    description: "Links of the newest revision that warn: their target is dead, dark or has moved.",
  })
  linkWarnings(@Root() { headRevision }: ArticleRow, @Ctx() { desk }: DeskContext): RevisionRow["links"] {
    return headRevision.links.filter((link) => linkWarning(link, desk.now()) !== null);
  }

  @FieldResolver(() => [LinkSuggestionType], {
    description: "Articles worth linking to, best first; never itself, never one it links to already.",
  })
  async linkSuggestions(
    @Root() { id: articleId }: ArticleRow,
    @Ctx() { desk }: DeskContext,
    @Arg("first", () => Int, { defaultValue: 8, description: "How many, from 1 to 20." }) limit: number,
    @Arg("drafts", () => Boolean, { defaultValue: false, description: "True to look among drafts too." })
    drafts: boolean,
  ) {
    const found = await suggestLinks(desk, { articleId, limit, drafts });
    return found.map((one) => ({ ...one, id: globalId("Article", one.id) }));
  }

  @FieldResolver(() => ArticleUsesType, { description: "Where it is used: what is touched when it goes." })
  async usedBy(@Root() { id }: ArticleRow, @Ctx() { desk }: DeskContext) {
    return usesOf(await whereUsed(desk, id));
  }

  @Mutation(() => ArticlePayload, {
    description: "Adds links to the named articles at the end of the newest revision: suggestions taken up.",
  })
  addLinks(
    @Arg("input", () => AddLinksInput, { description: inputDescription }) given: AddLinksInput,
    @Ctx() context: DeskContext,
  ): Promise<Settled<ArticleRow>> {
    const { desk } = context;
    return settleArticle(context, given.article, async () => {
      const targets = await Promise.all(given.targets.map(async (name) => (await findArticle(desk, nameOf(name))).id));
      return linkTo(desk, { ...(await editOf(desk, given)), targets });
    });
  }
}

/** Who shows a medium. */
@Resolver(() => MediaType)
export class MediaUsesResolver {
  @FieldResolver(() => [ArticleUseType], { description: "The articles that show it, the newest first; 500 at most." })
  async usedBy(@Root() { id }: MediaRecord, @Ctx() { desk }: DeskContext) {
    return (await whereMediaUsed(desk, id)).map(useOf);
  }
}
