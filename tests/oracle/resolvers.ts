import { formatByline, type PrintedByline } from "../../src/domain/byline/index.ts";
import type { FactBoxBlock, TableBlock } from "../../src/domain/blocks/index.ts";
import { direction, readingTimeSeconds } from "../../src/domain/text/index.ts";
import { invalid } from "../../src/kernel/errors/index.ts";
import { globalId, idOfType, parseGlobalId } from "../../src/kernel/global-id.ts";
import { isId } from "../../src/kernel/ids.ts";
import * as articles from "./delivery/articles/index.ts";
import type {
  Byline,
  Correction,
  LiveArticle,
  ShownGallery,
  ShownImage,
  ShownMedia,
  Topic,
} from "./delivery/articles/index.ts";
import { edgesOf, pageInfoOf, pageOf, totalOf, type ArticlePage, type PageWish } from "./delivery/lists/index.ts";
import { railsOf, type ShownRail } from "./delivery/rails/index.ts";
import type { Reader } from "./delivery/reader.ts";
import { articleAt, resolvePath, sectionWas, type Moved } from "./delivery/resolve/index.ts";
import { branchIds, breadcrumbOf, sectionById, sectionsBelow, type Section } from "./delivery/sections/index.ts";
import { correctionsListed, type CorrectionsWish } from "./corrections.ts";
import { searched, type SearchWish } from "./search.ts";

/** How a field is answered from what it stands in; each names the types it is called with. */
export type Resolve = (source: never, args: never, reader: Reader) => unknown;

/** A field that takes no arguments. */
const of =
  (resolve: (reader: Reader, source: never) => unknown): Resolve =>
  (source, _, reader) =>
    resolve(reader, source);

const asByline = ({ nameAsWritten, role, contributor }: Byline) => ({
  name: nameAsWritten,
  role,
  contributor: contributor && {
    ...contributor,
    id: globalId("Contributor", contributor.id),
    name: contributor.displayName,
  },
});

const asTopic = (topic: Topic) => ({ ...topic, id: globalId("Topic", topic.id) });

const asMedia = ({ key, ...media }: ShownMedia) => ({ ...media, id: globalId("Media", key) });

async function printed(reader: Reader, article: LiveArticle): Promise<PrintedByline> {
  const names = (await articles.bylinesOf(reader, article)).map(({ nameAsWritten, role, contributor }) => ({
    name: nameAsWritten,
    role,
    isOrganisation: contributor?.kind === "ORGANISATION",
  }));
  return formatByline(names, article.language);
}

/** How things are named; exactly one of these is given. */
interface Key {
  readonly id?: string | null;
  readonly slug?: string | null;
  readonly path?: string | null;
}

async function articleBy(reader: Reader, { id, slug, path }: Key): Promise<LiveArticle | null> {
  if (typeof slug === "string") return articles.articleBySlug(reader, slug);
  if (typeof path === "string") return articleAt(reader, path);
  const own = typeof id === "string" ? idOfType("Article", id) : null;
  return own === null ? null : articles.articleById(reader, own);
}

// The letters of a UUID have no case.
const sectionWithId = (reader: Reader, id: string): Promise<Section | null> => sectionById(reader, id.toLowerCase());

async function sectionBy(reader: Reader, { id, path }: Key): Promise<Section | null> {
  if (typeof path === "string") return sectionWas(reader, path);
  const own = typeof id === "string" ? idOfType("Section", id) : null;
  return own === null ? null : sectionWithId(reader, own);
}

const finders: Readonly<Record<string, (reader: Reader, id: string) => Promise<unknown>>> = {
  Article: articles.articleById,
  Section: sectionWithId,
};

async function nodeBy(reader: Reader, text: string): Promise<unknown> {
  const named = parseGlobalId(text);
  if (named === null || !isId(named.id) || !Object.hasOwn(finders, named.type)) return null;
  return finders[named.type]?.(reader, named.id);
}

async function nodesBy(reader: Reader, ids: readonly string[]): Promise<readonly unknown[]> {
  if (ids.length > 100) throw invalid([{ path: ["ids"], message: "at most 100 at once" }]);
  return Promise.all(ids.map((id) => nodeBy(reader, id)));
}

type SectionWish = PageWish & { readonly includeChildren: boolean };

async function articlesIn({ id }: Section, wish: SectionWish, reader: Reader): Promise<ArticlePage> {
  const { includeChildren, ...page } = wish;
  const sectionIds = includeChildren ? await branchIds(reader, id) : [id];
  return pageOf(`section:${id}:${includeChildren ? "branch" : "own"}`, { sectionIds }, page);
}

/** The obvious answer of every field that is more than a property of what it stands in, by "Type.field". */
export const resolvers: Readonly<Record<string, Resolve>> = {
  "Query.article": (_: null, args: { by: Key }, reader) => articleBy(reader, args.by),
  "Query.section": (_: null, args: { by: Key }, reader) => sectionBy(reader, args.by),
  "Query.sections": of((reader) => sectionsBelow(reader, null)),
  "Query.node": (_: null, { id }: { id: string }, reader) => nodeBy(reader, id),
  "Query.nodes": (_: null, { ids }: { ids: string[] }, reader) => nodesBy(reader, ids),
  "Query.resolve": (_: null, { path }: { path: string }, reader) => resolvePath(reader, path),
  "Query.corrections": (_: null, wish: CorrectionsWish, reader) => correctionsListed(reader, wish),
  "Query.search": (_: null, wish: SearchWish, reader) => searched(reader, wish),

  "Article.id": ({ id }: LiveArticle) => globalId("Article", id),
  "Article.url": ({ path }: LiveArticle, _: unknown, { siteUrl }) => siteUrl + path,
  "Article.direction": ({ language }: LiveArticle) => direction(language),
  "Article.blocks": of(articles.blocksOf),
  "Article.bodyText": of(articles.bodyTextOf),
  "Article.bodyHtml": of(articles.bodyHtmlOf),
  "Article.wordCount": of(articles.wordCountOf),
  "Article.readingTimeSeconds": of(async (reader, article: LiveArticle) =>
    readingTimeSeconds(await articles.wordCountOf(reader, article)),
  ),
  "Article.bylines": of(async (reader, article: LiveArticle) =>
    (await articles.bylinesOf(reader, article)).map(asByline),
  ),
  "Article.bylineText": of(async (reader, article: LiveArticle) => (await printed(reader, article)).head || null),
  "Article.bylineNotes": of(async (reader, article: LiveArticle) => (await printed(reader, article)).foot),
  "Article.leadMedia": of(async (reader, article: LiveArticle) => {
    const lead = await articles.leadMediaOf(reader, article);
    return lead === null ? null : asMedia(lead);
  }),
  "Article.media": of(async (reader, article: LiveArticle) => (await articles.mediaOf(reader, article)).map(asMedia)),
  "Article.relatedLinks": of(articles.relatedLinksOf),
  "Article.topics": of(async (reader, article: LiveArticle) => (await articles.topicsOf(reader, article)).map(asTopic)),
  "Article.section": of(articles.sectionOf),
  "Article.secondarySections": of(articles.secondarySectionsOf),
  "Article.corrections": of(articles.correctionsOf),
  "Article.rails": of(async (reader, article: LiveArticle) =>
    railsOf(reader, { articleId: article.id, section: await articles.sectionOf(reader, article) }),
  ),

  "Correction.id": ({ id }: Correction) => globalId("Correction", id),
  "Correction.article": of((reader, { articleId }: Correction) => articles.articleById(reader, articleId)),

  "ImageBlock.media": ({ media }: ShownImage) => asMedia(media),
  "GalleryBlock.pictures": ({ pictures }: ShownGallery) => pictures.map(asMedia),
  "TableBlock.rows": ({ rows }: TableBlock) => rows.map((cells) => ({ cells })),
  "FactBoxBlock.blocks": ({ blocks }: FactBoxBlock) => blocks,

  "Section.id": ({ id }: Section) => globalId("Section", id),
  "Section.path": ({ path }: Section) => `/${path}`,
  "Section.url": ({ path }: Section, _: unknown, { siteUrl }) => `${siteUrl}/${path}`,
  "Section.parent": of((reader, { parentId }: Section) => (parentId === null ? null : sectionById(reader, parentId))),
  "Section.children": of((reader, { id }: Section) => sectionsBelow(reader, id)),
  "Section.breadcrumb": of(breadcrumbOf),
  "Section.articles": articlesIn,

  "ArticleConnection.edges": of(edgesOf),
  "ArticleConnection.pageInfo": of(pageInfoOf),
  "ArticleConnection.totalCount": of(totalOf),

  "Rail.isEmpty": ({ items }: ShownRail) => items.length === 0,
  "Redirect.permanent": ({ status }: Moved) => [301, 308].includes(status),
};
