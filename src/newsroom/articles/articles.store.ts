import type { Db } from "../../database/db.ts";
import type { Article, Prisma } from "../../database/generated/client.ts";
import type { OpenDesk } from "../desk.ts";
import type { IdRange } from "../names.ts";
import { revisionParts } from "./revisions.store.ts";

/** An article with its section and the three revisions it points at. */
export const articleParts = {
  section: true,
  secondarySections: { include: { section: true } },
  corrections: { orderBy: { publishedAt: "asc" } },
  headRevision: { include: revisionParts },
  liveRevision: { select: { id: true, number: true, headline: true } },
  nextRevision: { select: { id: true, number: true, headline: true } },
  lock: { include: { user: { select: { id: true, displayName: true } } } },
} as const satisfies Prisma.ArticleInclude;

/** An article as the store gives it. */
export type ArticleRow = Prisma.ArticleGetPayload<{ include: typeof articleParts }>;

/** An article by id, or null. */
export const articleRow = (db: Db, id: string): Promise<ArticleRow | null> =>
  db.article.findUnique({ where: { id }, include: articleParts });

const handful = 6;

/** Articles whose ids lie in a range. */
export const articlesByIdRange = (db: Db, id: IdRange): Promise<ArticleRow[]> =>
  db.article.findMany({ where: { id: { ...id } }, include: articleParts, take: handful });

/** The article that has or had a slug; none or one. */
export const articlesBySlug = (db: Db, slug: string): Promise<ArticleRow[]> =>
  db.article.findMany({ where: { slugs: { some: { slug } } }, include: articleParts, take: handful });

/** Articles whose newest headline reads just like this. */
export const articlesHeadlined = (db: Db, headline: string): Promise<ArticleRow[]> =>
  db.article.findMany({ where: { headRevision: { headline } }, include: articleParts, take: handful });

/** A page of articles, those touched last first, with one row more than asked for when there is more. */
export const articlePage = (
  db: Db,
  where: Prisma.ArticleWhereInput,
  { first, after }: { readonly first: number; readonly after?: string | undefined },
): Promise<ArticleRow[]> =>
  db.article.findMany({
    where,
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    include: articleParts,
    take: first + 1,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });

/** The sections these articles stand in. */
export async function sectionsOf(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db.article.findMany({ where: { id: { in: [...ids] } }, select: { sectionId: true } });
  return [...new Set(rows.map(({ sectionId }) => sectionId))];
}

/** Whether there is an article with this id. */
export const isArticle = async (db: Db, id: string): Promise<boolean> =>
  (await db.article.count({ where: { id } })) > 0;

/** The version an article is at; 0, which nothing bears, when there is none. */
export const versionOf = async (db: Db, id: string): Promise<number> =>
  (await db.article.findUnique({ where: { id }, select: { version: true } }))?.version ?? 0;

/** Holds the article's row until the transaction ends, so what is checked next still stands when it is written. */
export async function lockArticle(db: Db, id: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM article WHERE id = ${id}::uuid FOR UPDATE`;
}

/** What may change of an article's own row. */
export type ArticleChange = Partial<Omit<Article, "id" | "version" | "visibleFrom" | "visibleUntil">>;

/** Changes an article's own row; its version grows by one with every act. */
export async function updateArticle(
  desk: OpenDesk,
  article: { readonly id: string; readonly version: number },
  data: ArticleChange,
): Promise<void> {
  const version = article.version + 1;
  await desk.db.article.update({ where: { id: article.id }, data: { ...data, version, changedAt: desk.now() } });
}

/** Writes a new article's own row; what it points at follows in the same transaction. */
export async function insertArticle(db: Db, data: Prisma.ArticleUncheckedCreateInput): Promise<void> {
  await db.article.create({ data });
}

/** Writes facts of an article's own row that nobody changed: its version stays. */
export async function patchArticle(db: Db, id: string, data: ArticleChange): Promise<void> {
  await db.article.update({ where: { id }, data });
}

/** The secondary sections of an article, each once, in place of those it had; its main section is never one of them. */
export async function writeSecondarySections(
  db: Db,
  { id: articleId, sectionId: main }: { readonly id: string; readonly sectionId: string },
  sections: readonly string[],
): Promise<void> {
  const others = [...new Set(sections)].filter((sectionId) => sectionId !== main);
  await db.articleSection.deleteMany({ where: { articleId } });
  await db.articleSection.createMany({ data: others.map((sectionId) => ({ articleId, sectionId })) });
}

/** Which of these sections there are. */
export async function knownSections(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await db.section.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(known.map(({ id }) => id));
}

/** Whether there is a medium with this id. */
export const isMedium = async (db: Db, id: string): Promise<boolean> => (await db.media.count({ where: { id } })) > 0;

/** Writes a public note. */
export async function insertCorrection(db: Db, data: Prisma.CorrectionUncheckedCreateInput): Promise<void> {
  await db.correction.create({ data });
}

/** The row of an address outside, made when there is none. */
export async function addressRow(db: Db, url: string): Promise<{ readonly id: string }> {
  return db.externalAddress.upsert({ where: { url }, create: { url }, update: {}, select: { id: true } });
}
