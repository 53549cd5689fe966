import type { Db } from "../../database/db.ts";
import type { Prisma } from "../../database/generated/client.ts";

const listed = 500;

// Who is not readable now. The clock of each is looked at again by the rule itself.
const unreadable = (at: Date): Prisma.ArticleWhereInput => ({
  OR: [
    { state: { not: "PUBLISHED" } },
    { embargoHold: true },
    { publishedAt: { gt: at } },
    { embargoUntil: { gt: at } },
    { expiresAt: { lte: at } },
  ],
});

const failing = {
  OR: [{ state: { in: ["DEAD", "MOVED"] } }, { failCount: { gt: 0 } }],
} satisfies Prisma.ExternalAddressWhereInput;
const worked = { headOf: { some: { state: { notIn: ["KILLED", "SPIKED"] } } } } satisfies Prisma.RevisionWhereInput;
const bearer = { select: { headline: true, article: { select: { id: true, slug: true } } } } as const;

/** Marks in the text of newest revisions that lead to an address that is dead, moved or failing. */
export const troubledMarks = (db: Db, articleId: string | undefined) =>
  db.bodyLink.findMany({
    where: { revision: { ...worked, ...(articleId === undefined ? {} : { articleId }) }, externalAddress: failing },
    include: { externalAddress: true, revision: bearer },
    orderBy: [{ revision: { articleId: "desc" } }, { blockId: "asc" }],
    take: listed,
  });

/** Links of newest revisions that lead to what readers cannot have, or to an address that is dead, moved or failing. */
export const troubledRows = (db: Db, at: Date, articleId: string | undefined) =>
  db.relatedLink.findMany({
    where: {
      ...(articleId === undefined ? {} : { articleId }),
      revision: worked,
      OR: [{ target: unreadable(at) }, { externalAddress: failing }],
    },
    include: {
      externalAddress: true,
      target: { include: { headRevision: { select: { headline: true } } } },
      revision: bearer,
    },
    orderBy: [{ articleId: "desc" }, { position: "asc" }],
    take: listed,
  });
