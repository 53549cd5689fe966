import type { Db } from "../../database/db.ts";
import type { Prisma } from "../../database/generated/client.ts";
import type { AddressRecord } from "./address.rules.ts";

const worked = { state: { notIn: ["KILLED", "SPIKED"] } } as const satisfies Prisma.ArticleWhereInput;

/** What anybody may still meet: the newest, the live and the next revision of what is not killed or binned. */
const current = (articleId?: string) =>
  ({
    revision: {
      ...(articleId === undefined ? { article: worked } : { articleId, article: worked }),
      OR: [{ headOf: { some: {} } }, { liveOf: { some: {} } }, { nextOf: { some: {} } }],
    },
  }) satisfies Prisma.RelatedLinkWhereInput & Prisma.BodyLinkWhereInput;

/** What editors still work on: the newest revision of the same. */
const newest = { revision: { headOf: { some: worked } } } as const;

/** An address that a related link or the text of such a revision leads to. */
const inUse = (articleId?: string) =>
  ({
    OR: [{ links: { some: current(articleId) } }, { bodyLinks: { some: current(articleId) } }],
  }) satisfies Prisma.ExternalAddressWhereInput;

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
      ...inUse(articleId),
      ...(before === undefined ? {} : { AND: { OR: [{ checkedAt: null }, { checkedAt: { lt: before } }] } }),
    },
    orderBy: [{ checkedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
  });

const place = { select: { articleId: true, article: { select: { slug: true } } } } as const;
const eachPlace = 100;

/** Where addresses stand: in which related link or block of a revision anybody may still meet, at most a hundred each. */
export const placesOf = (db: Db, ids: readonly string[]) =>
  db.externalAddress.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      links: {
        where: current(),
        select: { key: true, revision: place },
        orderBy: [{ articleId: "desc" }, { revisionId: "desc" }],
        take: eachPlace,
      },
      bodyLinks: {
        where: current(),
        select: { blockId: true, revision: place },
        orderBy: [{ revisionId: "desc" }, { blockId: "asc" }],
        take: eachPlace,
      },
    },
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

const linking = { select: { article: { select: { id: true, slug: true } } } } as const;

/** Addresses in use that have moved for good, with the articles whose newest revision leads to them. */
export const movedRows = (db: Db) =>
  db.externalAddress.findMany({
    where: { state: "MOVED", ...inUse() },
    select: {
      ...{ id: true, url: true, finalUrl: true, checkedAt: true },
      links: { where: newest, select: { revision: linking } },
      bodyLinks: { where: newest, select: { revision: linking } },
    },
    orderBy: { url: "asc" },
    take: 500,
  });

/** The articles whose newest revision leads to a URL, in a related link or in its text: only those anybody works on. */
export const linkingRows = (db: Db, url: string) =>
  db.article.findMany({
    where: {
      ...worked,
      headRevision: {
        OR: [{ links: { some: { externalAddress: { url } } } }, { bodyLinks: { some: { externalAddress: { url } } } }],
      },
    },
    select: { id: true, slug: true, headRevision: { select: { headline: true } } },
    orderBy: { id: "desc" },
  });
