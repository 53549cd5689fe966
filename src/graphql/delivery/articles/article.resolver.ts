import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import {
  articleAt,
  articleById,
  articleBySlug,
  blocksOf,
  bodyHtmlOf,
  bodyTextOf,
  wordCountOf,
  type LiveArticle,
  type ShownBlock,
} from "../../../delivery/index.ts";
import { direction, readingTimeSeconds } from "../../../domain/text/index.ts";
import { idOfType, WebUrl } from "../../shared/index.ts";
import type { DeliveryContext } from "../context.ts";
import { DirectionEnum } from "../enums.ts";
import { ArticleBy } from "./article.input.ts";
import { ArticleType } from "./article.type.ts";
import { Block } from "./block.union.ts";

/** Articles, and what is worked out of their own words. */
@Resolver(() => ArticleType)
export class ArticleResolver {
  @Query(() => ArticleType, { nullable: true, description: "A live article; null when there is none to see." })
  async article(
    @Arg("by", () => ArticleBy, { description: "Which article." }) { id, slug, path }: ArticleBy,
    @Ctx() { reader }: DeliveryContext,
  ): Promise<LiveArticle | null> {
    if (typeof slug === "string") return articleBySlug(reader, slug);
    if (typeof path === "string") return articleAt(reader, path);
    const own = typeof id === "string" ? idOfType("Article", id) : null;
    return own === null ? null : articleById(reader, own);
  }

  @FieldResolver(() => WebUrl, { description: "Its canonical address." })
  url(@Root() { path }: LiveArticle, @Ctx() { reader }: DeliveryContext): string {
    return reader.siteUrl + path;
  }

  @FieldResolver(() => DirectionEnum, { description: "The way its language runs." })
  direction(@Root() { language }: LiveArticle): string {
    return direction(language);
  }

  @FieldResolver(() => [Block], { description: "The body, block by block." })
  blocks(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<readonly ShownBlock[]> {
    return blocksOf(reader, article);
  }

  @FieldResolver(() => String, { description: "The body as plain text, blocks parted by an empty line." })
  bodyText(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<string> {
    return bodyTextOf(reader, article);
  }

  @FieldResolver(() => String, { description: "The body as safe HTML, made by us; no script, no style." })
  bodyHtml(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<string> {
    return bodyHtmlOf(reader, article);
  }

  @FieldResolver(() => Int, { description: "How many words the body has." })
  wordCount(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<number> {
    return wordCountOf(reader, article);
  }

  @FieldResolver(() => Int, { description: "How many seconds the body takes to read, at 238 words a minute." })
  async readingTimeSeconds(@Root() article: LiveArticle, @Ctx() { reader }: DeliveryContext): Promise<number> {
    return readingTimeSeconds(await wordCountOf(reader, article));
  }
}
