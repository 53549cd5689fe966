import type { Prisma, PrismaClient } from "../../../src/database/generated/client.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { writeRevision, type Seedling } from "../../support/newspaper.ts";

/** A transaction everything of one change happens in. */
export type Tx = Prisma.TransactionClient;

/** An article readers see now. */
export interface Shown {
  readonly id: string;
  readonly slug: string;
  readonly sectionId: string;
  readonly revisionId: string;
}

/** The articles readers see now, by slug. */
export const shownArticles = (db: PrismaClient): Promise<readonly Shown[]> =>
  db.$queryRaw<Shown[]>`
    SELECT article_id::text AS id, slug, section_id::text AS "sectionId", revision_id::text AS "revisionId"
    FROM live_card WHERE visible_from <= now() AND visible_until > now() ORDER BY slug`;

/** Writes new words of an article, which readers have at once, or from a moment on. */
export async function revise(tx: Tx, { id, slug, sectionId }: Shown, words: Partial<Seedling>, nextAt?: Date) {
  const revisionId = newId();
  const { _max } = await tx.revision.aggregate({ where: { articleId: id }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  await writeRevision(tx, { id, slug, sectionId, revisionId }, { sectionId, ...words }, number);
  const ahead = { nextRevisionId: revisionId, nextAt: nextAt ?? null };
  const now = { liveRevisionId: revisionId, nextRevisionId: null, nextAt: null, updatedAt: new Date() };
  await change(tx, id, { headRevisionId: revisionId, ...(nextAt === undefined ? now : ahead) });
}

/** Changes what is true of an article whatever its text says. */
export const change = (tx: Tx, id: string, data: Prisma.ArticleUncheckedUpdateInput) =>
  tx.article.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select: { id: true } });
