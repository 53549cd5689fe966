import DataLoader from "dataloader";
import type { PrismaClient } from "./generated/client.js";

const grouped = <Row>(keys: readonly number[], rows: readonly Row[], keyOf: (row: Row) => number): Row[][] => {
  const groups = new Map<number, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
};

const single = <Row extends { id: number }>(keys: readonly number[], rows: readonly Row[]): (Row | null)[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return keys.map((key) => byId.get(key) ?? null);
};

const inOrder = { position: "asc" } as const;

/** One loader a relation, made afresh for each request, as DataLoader's documentation has it. */
export const loadersOf = (prisma: PrismaClient) => ({
  section: new DataLoader(async (ids: readonly number[]) =>
    single(ids, await prisma.section.findMany({ where: { id: { in: [...ids] } } })),
  ),
  article: new DataLoader(async (ids: readonly number[]) =>
    single(ids, await prisma.article.findMany({ where: { id: { in: [...ids] } }, omit: { body: true } })),
  ),
  authors: new DataLoader(async (ids: readonly number[]) => {
    const where = { articleId: { in: [...ids] } };
    const rows = await prisma.articleAuthor.findMany({ where, orderBy: inOrder, include: { author: true } });
    return grouped(ids, rows, ({ articleId }) => articleId).map((group) => group.map(({ author }) => author));
  }),
  media: new DataLoader(async (ids: readonly number[]) => {
    const where = { articleId: { in: [...ids] } };
    const rows = await prisma.articleMedia.findMany({ where, orderBy: inOrder, include: { media: true } });
    return grouped(ids, rows, ({ articleId }) => articleId).map((group) => group.map(({ media }) => media));
  }),
  credits: new DataLoader(async (ids: readonly number[]) => {
    const where = { mediaId: { in: [...ids] } };
    return grouped(ids, await prisma.mediaCredit.findMany({ where, orderBy: inOrder }), ({ mediaId }) => mediaId);
  }),
  related: new DataLoader(async (ids: readonly number[]) => {
    const where = { articleId: { in: [...ids] } };
    return grouped(ids, await prisma.relatedLink.findMany({ where, orderBy: inOrder }), ({ articleId }) => articleId);
  }),
});

/** The loaders of one request. */
export type Loaders = ReturnType<typeof loadersOf>;
