import type { Prisma } from "../../src/database/generated/client.ts";
import type { PrismaClient } from "../../src/database/generated/client.ts";
import { newId } from "../../src/kernel/ids.ts";

/** The ids of an article written straight into the tables, past every use case. */
export interface BareArticle {
  readonly id: string;
  readonly revisionId: string;
  readonly sectionId: string;
}

/** What to write differently. */
export interface BareGiven {
  readonly article?: Partial<Prisma.ArticleUncheckedCreateInput>;
  /** Writes children of the first revision, in the transaction that may. */
  readonly children?: (tx: Prisma.TransactionClient, ids: BareArticle) => Promise<unknown>;
}

/** A section, written straight into its table. */
export async function bareSection(db: PrismaClient): Promise<string> {
  const position = await db.section.count({ where: { parentId: null } });
  return (await db.section.create({ data: { slug: `s-${newId()}`, name: "Bare", position } })).id;
}

/** An article with one revision, written straight into the tables: for tests of the tables themselves. */
export async function bareArticle(db: PrismaClient, given: BareGiven = {}): Promise<BareArticle> {
  const sectionId = given.article?.sectionId ?? (await bareSection(db));
  const ids = { id: newId(), revisionId: newId(), sectionId };
  const slug = `a-${ids.id}`;
  await db.$transaction(async (tx) => {
    await tx.article.create({
      data: { ...{ id: ids.id, sectionId, slug, headRevisionId: ids.revisionId }, ...given.article },
    });
    await tx.articleSlug.create({ data: { slug, articleId: ids.id } });
    await bareRevision(tx, ids, 1);
    await given.children?.(tx, ids);
  });
  return ids;
}

/** A revision of an article, without children. */
export async function bareRevision(
  tx: Prisma.TransactionClient,
  { id, revisionId }: Pick<BareArticle, "id" | "revisionId">,
  number: number,
  kind: "SAVE" | "AUTOSAVE" = "SAVE",
): Promise<void> {
  await tx.revision.create({ data: { id: revisionId, articleId: id, number, kind, headline: "Bare", blocks: [] } });
}

/** What makes a draft of `bareArticle` one that readers have had since a moment. */
export const readable = (revisionId: string, since: Date) => ({
  state: "PUBLISHED" as const,
  ...{ liveRevisionId: revisionId, firstPublishedAt: since, publishedAt: since, updatedAt: since, pathDate: since },
});
