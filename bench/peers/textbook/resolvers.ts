import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Prisma, PrismaClient } from "./generated/client.js";
import type { Loaders } from "./loaders.js";
import { Article, Author, Credit, Media, RelatedLink, Section } from "./types.js";

export interface Context {
  readonly prisma: PrismaClient;
  readonly loaders: Loaders;
}

const latest: Prisma.ArticleOrderByWithRelationInput[] = [{ publishedAt: "desc" }, { id: "desc" }];
const omit = { body: true } as const;

@Resolver(() => Article)
export class ArticleResolver {
  @Query(() => Article, { nullable: true })
  article(@Arg("slug", () => String) slug: string, @Ctx() { prisma }: Context) {
    return prisma.article.findUnique({ where: { slug } });
  }

  @Query(() => [Article])
  search(
    @Arg("query", () => String) query: string,
    @Arg("first", () => Int) first: number,
    @Ctx() { prisma }: Context,
  ) {
    return prisma.$queryRaw`
      select a.id, a.slug, a.headline, a.summary, a.published_at as "publishedAt", a.section_id as "sectionId"
      from news.search_articles(${query}) a limit ${first}`;
  }

  @FieldResolver(() => Section)
  section(@Root() { sectionId }: Article, @Ctx() { loaders }: Context) {
    return loaders.section.load(sectionId);
  }

  @FieldResolver(() => [Author])
  authors(@Root() { id }: Article, @Ctx() { loaders }: Context) {
    return loaders.authors.load(id);
  }

  @FieldResolver(() => [Media])
  media(@Root() { id }: Article, @Ctx() { loaders }: Context) {
    return loaders.media.load(id);
  }

  @FieldResolver(() => Media, { nullable: true })
  async leadMedia(@Root() { id }: Article, @Ctx() { loaders }: Context) {
    return (await loaders.media.load(id))[0] ?? null;
  }

  @FieldResolver(() => [RelatedLink])
  related(@Root() { id }: Article, @Ctx() { loaders }: Context) {
    return loaders.related.load(id);
  }

  @FieldResolver(() => [Article])
  moreFromSection(
    @Root() { id, sectionId }: Article,
    @Arg("first", () => Int) first: number,
    @Ctx() { prisma }: Context,
  ) {
    return prisma.article.findMany({ where: { sectionId, id: { not: id } }, orderBy: latest, take: first, omit });
  }
}

@Resolver(() => Media)
export class MediaResolver {
  @FieldResolver(() => [Credit])
  credits(@Root() { id }: Media, @Ctx() { loaders }: Context) {
    return loaders.credits.load(id);
  }
}

@Resolver(() => RelatedLink)
export class RelatedLinkResolver {
  @FieldResolver(() => Article, { nullable: true })
  target(@Root() { targetId }: RelatedLink, @Ctx() { loaders }: Context) {
    return targetId === null ? null : loaders.article.load(targetId);
  }

  @FieldResolver(() => String, { nullable: true })
  async title(@Root() { title, targetId }: RelatedLink, @Ctx() { loaders }: Context) {
    return title ?? (targetId === null ? null : (await loaders.article.load(targetId))?.headline);
  }

  @FieldResolver(() => String, { nullable: true })
  async summary(@Root() { summary, targetId }: RelatedLink, @Ctx() { loaders }: Context) {
    return summary ?? (targetId === null ? null : (await loaders.article.load(targetId))?.summary);
  }
}

@Resolver(() => Section)
export class SectionResolver {
  @Query(() => Section, { nullable: true })
  section(@Arg("slug", () => String) slug: string, @Ctx() { prisma }: Context) {
    return prisma.section.findUnique({ where: { slug } });
  }

  @Query(() => [Section])
  sections(@Arg("first", () => Int) first: number, @Ctx() { prisma }: Context) {
    return prisma.section.findMany({ orderBy: { id: "asc" }, take: first });
  }

  @FieldResolver(() => [Article])
  articles(@Root() { id }: Section, @Arg("first", () => Int) first: number, @Ctx() { prisma }: Context) {
    return prisma.article.findMany({ where: { sectionId: id }, orderBy: latest, take: first, omit });
  }
}
