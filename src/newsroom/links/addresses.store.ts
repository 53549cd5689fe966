import type { Db } from "../../database/db.ts";
import type { Prisma } from "../../database/generated/client.ts";
import type { AddressRecord } from "./address.rules.ts";

/** Links that anybody may still meet: on the newest, the live or the next revision of what is not killed or binned. */
const current = {
  some: {
    revision: {
      article: { state: { notIn: ["KILLED", "SPIKED"] } },
      OR: [{ headOf: { some: {} } }, { liveOf: { some: {} } }, { nextOf: { some: {} } }],
    },
  },
} as const satisfies Prisma.RelatedLinkListRelationFilter;

/** Which addresses to look at. */
export interface AddressChoice {
  /** Only those this article links to. */
  readonly articleId?: string | undefined;
  /** Only those not looked at since. */
  readonly before?: Date | undefined;
}

/** Addresses in use, those longest unseen first, each once. */
export const addressesInUse = (db: Db, { articleId, before }: AddressChoice) =>
  db.externalAddress.findMany({
    where: {
      links: articleId === undefined ? current : { some: { ...current.some, articleId } },
      ...(before === undefined ? {} : { OR: [{ checkedAt: null }, { checkedAt: { lt: before } }] }),
    },
    orderBy: [{ checkedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
  });

/** Keeps what a check found. False when somebody else looked in the meantime: the newer answer stays. */
export async function keepFinding(
  db: Db,
  address: { readonly id: string; readonly checkedAt: Date | null },
  finding: AddressRecord,
): Promise<boolean> {
  const { id, checkedAt } = address;
  const { count } = await db.externalAddress.updateMany({ where: { id, checkedAt }, data: finding });
  return count > 0;
}

/** Addresses in use that have moved for good, with the articles whose newest revision links to them. */
export const movedRows = (db: Db) =>
  db.externalAddress.findMany({
    where: { state: "MOVED", links: current },
    select: {
      ...{ id: true, url: true, finalUrl: true, checkedAt: true },
      links: {
        where: { revision: { headOf: { some: { state: { notIn: ["KILLED", "SPIKED"] } } } } },
        select: { revision: { select: { article: { select: { id: true, slug: true } } } } },
        orderBy: { articleId: "desc" },
      },
    },
    orderBy: { url: "asc" },
    take: 500,
  });

/** The articles whose newest revision links to a URL: only those anybody still works on. */
export const linkingRows = (db: Db, url: string) =>
  db.relatedLink.findMany({
    where: { externalAddress: { url }, revision: { headOf: { some: { state: { notIn: ["KILLED", "SPIKED"] } } } } },
    select: { articleId: true, revision: { select: { headline: true, article: { select: { slug: true } } } } },
    orderBy: { articleId: "desc" },
  });
