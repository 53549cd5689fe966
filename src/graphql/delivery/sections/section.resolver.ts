import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import {
  branchIds,
  breadcrumbOf,
  pageOf,
  sectionById,
  sectionsBelow,
  sectionWas,
  type ArticlePage,
  type Section,
} from "../../../delivery/index.ts";
import { idOfType, WebUrl } from "../../shared/index.ts";
import { ArticleConnectionType } from "../articles/connection.type.ts";
import type { DeliveryContext } from "../context.ts";
import { SectionArticlesArgs, SectionBy, SectionType } from "./section.type.ts";

/** Sections, and what stands in them. */
@Resolver(() => SectionType)
export class SectionResolver {
  @Query(() => SectionType, { nullable: true, description: "A section; null when there is none." })
  async section(
    @Arg("by", () => SectionBy, { description: "Which section." }) { id, path }: SectionBy,
    @Ctx() { reader }: DeliveryContext,
  ): Promise<Section | null> {
    if (typeof path === "string") return sectionWas(reader, path);
    const own = typeof id === "string" ? idOfType("Section", id) : null;
    return own === null ? null : sectionById(reader, own);
  }

  @Query(() => [SectionType], { description: "The sections at the top, in order; each has its own below it." })
  sections(@Ctx() { reader }: DeliveryContext): Promise<readonly Section[]> {
    return sectionsBelow(reader, null);
  }

  @FieldResolver(() => String, { description: "Its path, with a leading slash." })
  path(@Root() { path }: Section): string {
    return `/${path}`;
  }

  @FieldResolver(() => WebUrl, { description: "Its address." })
  url(@Root() { path }: Section, @Ctx() { reader }: DeliveryContext): string {
    return `${reader.siteUrl}/${path}`;
  }

  @FieldResolver(() => SectionType, { nullable: true, description: "The section above it; null at the top." })
  async parent(@Root() { parentId }: Section, @Ctx() { reader }: DeliveryContext): Promise<Section | null> {
    return parentId === null ? null : sectionById(reader, parentId);
  }

  @FieldResolver(() => [SectionType], { description: "The sections below it, in order." })
  children(@Root() { id }: Section, @Ctx() { reader }: DeliveryContext): Promise<readonly Section[]> {
    return sectionsBelow(reader, id);
  }

  @FieldResolver(() => [SectionType], { description: "The way from the top down to it, itself the last." })
  breadcrumb(@Root() section: Section, @Ctx() { reader }: DeliveryContext): Promise<readonly Section[]> {
    return breadcrumbOf(reader, section);
  }

  @FieldResolver(() => ArticleConnectionType, {
    description: "Its articles, newest first: those it is the main section of, and those that also stand in it.",
  })
  async articles(
    @Root() { id }: Section,
    @Args(() => SectionArticlesArgs) { includeChildren, ...wish }: SectionArticlesArgs,
    @Ctx() { reader }: DeliveryContext,
  ): Promise<ArticlePage> {
    const sectionIds = includeChildren ? await branchIds(reader, id) : [id];
    return pageOf(`section:${id}:${includeChildren ? "branch" : "own"}`, { sectionIds }, wish);
  }
}
