import type { Prisma, PrismaClient } from "../../src/database/generated/client.ts";
import { newId } from "../../src/kernel/ids.ts";
import { fresh } from "./factories.ts";

/** An article as it stands in the tables after `plant`. */
export interface Planted {
  readonly id: string;
  readonly slug: string;
  readonly revisionId: string;
  readonly sectionId: string;
}

/** What stands in a related link. */
export type PlantedLink = Partial<Omit<Prisma.RelatedLinkUncheckedCreateInput, "externalAddressId">> & {
  readonly url?: string;
};

/** What to plant differently from a news article that has been live for an hour. */
export interface Seedling {
  readonly sectionId: string;
  readonly headline?: string;
  readonly slug?: string;
  readonly words?: Partial<Prisma.RevisionUncheckedCreateInput>;
  /** Facts of the article; null dates make it a draft. */
  readonly facts?: Partial<Prisma.ArticleUncheckedUpdateInput>;
  readonly publishedAt?: Date | null;
  readonly links?: readonly PlantedLink[];
  readonly media?: readonly Omit<Prisma.MediaPlacementUncheckedCreateInput, "revisionId">[];
  readonly topics?: readonly string[];
  readonly bylines?: readonly Omit<Prisma.BylineUncheckedCreateInput, "revisionId" | "position">[];
  readonly alsoIn?: readonly string[];
  readonly formerSlugs?: readonly string[];
  /** Words of the next revision, live from `facts.nextAt` on. */
  readonly next?: Partial<Prisma.RevisionUncheckedCreateInput>;
}

/** An hour ago; the past of the tests stands still while they run. */
export const anHourAgo = new Date(Date.now() - 3_600_000);
/** Some minutes before or after now. */
export const minutes = (many: number): Date => new Date(Date.now() + many * 60_000);

/** Writes an article straight into the tables, in any state, with everything that belongs to it. */
export async function plant(db: PrismaClient, seedling: Seedling): Promise<Planted> {
  const { sectionId, headline = fresh("A headline"), slug = fresh("an-article") } = seedling;
  const ids = { id: newId(), slug, revisionId: newId(), sectionId };
  await db.$transaction(async (tx) => {
    const bare = { id: ids.id, slug, sectionId, headRevisionId: ids.revisionId };
    await tx.article.create({ data: bare });
    const slugs = [slug, ...(seedling.formerSlugs ?? [])];
    await tx.articleSlug.createMany({ data: slugs.map((one) => ({ slug: one, articleId: ids.id })) });
    await tx.articleSection.createMany({
      data: (seedling.alsoIn ?? []).map((other) => ({ articleId: ids.id, sectionId: other })),
    });
    await writeRevision(tx, ids, { ...seedling, headline }, 1);
    await tx.article.update({ where: { id: ids.id }, data: await facts(tx, ids, seedling) });
  });
  return ids;
}

async function facts(tx: Prisma.TransactionClient, ids: Planted, { publishedAt = anHourAgo, facts, next }: Seedling) {
  if (publishedAt === null) return facts ?? {};
  const day = new Date(`${publishedAt.toISOString().slice(0, 10)}T00:00:00Z`);
  const dates = { firstPublishedAt: publishedAt, publishedAt, updatedAt: publishedAt, pathDate: day };
  const live = { state: "PUBLISHED" as const, liveRevisionId: ids.revisionId, ...dates };
  if (next === undefined) return { ...live, ...facts };
  const nextRevisionId = newId();
  await writeRevision(tx, { ...ids, revisionId: nextRevisionId }, { sectionId: ids.sectionId, words: next }, 2);
  return { ...live, nextRevisionId, headRevisionId: nextRevisionId, ...facts };
}

/** Writes a revision with its children, in the transaction that may; no pointer of its article moves. */
export async function writeRevision(
  tx: Prisma.TransactionClient,
  { id, revisionId }: Planted,
  { headline = fresh("A headline"), words, links = [], media = [], topics = [], bylines = [] }: Seedling,
  number: number,
): Promise<void> {
  const blocks = [{ id: "p1", type: "paragraph", text: `${headline} has a body.`, spans: [] }];
  await tx.revision.create({ data: { id: revisionId, articleId: id, number, headline, blocks, ...words } });
  for (const [position, { url, ...link }] of links.entries()) {
    const address =
      url === undefined ? null : await tx.externalAddress.upsert({ where: { url }, create: { url }, update: {} });
    const to = address === null ? {} : { externalAddressId: address.id };
    await tx.relatedLink.create({ data: { key: newId(), ...link, ...to, revisionId, articleId: id, position } });
  }
  await tx.mediaPlacement.createMany({ data: media.map((one) => ({ ...one, revisionId })) });
  await tx.articleTopic.createMany({ data: topics.map((topicId, position) => ({ revisionId, topicId, position })) });
  await tx.byline.createMany({ data: bylines.map((one, position) => ({ ...one, revisionId, position })) });
}
