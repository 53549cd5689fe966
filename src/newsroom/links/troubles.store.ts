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

/** Links of newest revisions that lead to what readers cannot have, or to an address that is dead, moved or failing. */
export const troubledRows = (db: Db, at: Date, articleId: string | undefined) =>
  db.relatedLink.findMany({
    where: {
      ...(articleId === undefined ? {} : { articleId }),
      revision: { headOf: { some: { state: { notIn: ["KILLED", "SPIKED"] } } } },
      OR: [
        { target: unreadable(at) },
        { externalAddress: { OR: [{ state: { in: ["DEAD", "MOVED"] } }, { failCount: { gt: 0 } }] } },
      ],
    },
    include: {
      externalAddress: true,
      target: { include: { headRevision: { select: { headline: true } } } },
      revision: { select: { headline: true, article: { select: { id: true, slug: true } } } },
    },
    orderBy: [{ articleId: "desc" }, { position: "asc" }],
    take: listed,
  });
