import type { Db } from "../../database/db.ts";
import type { Contributor, Prisma } from "../../database/generated/client.ts";
import type { IdRange } from "../names.ts";

/** Somebody who is named in bylines, as the desk knows them. */
export type ContributorRecord = Contributor;

const handful = 10;
const byName = [{ displayName: "asc" }, { id: "asc" }] as const;

/** A contributor by id, or null. */
export const contributorById = (db: Db, id: string): Promise<ContributorRecord | null> =>
  db.contributor.findUnique({ where: { id } });

/** Contributors whose ids lie in a range. */
export const contributorsByIdRange = (db: Db, id: IdRange): Promise<ContributorRecord[]> =>
  db.contributor.findMany({ where: { id: { ...id } }, orderBy: [...byName], take: handful });

/** The contributor with a slug, or null. */
export const contributorBySlug = (db: Db, slug: string): Promise<ContributorRecord | null> =>
  db.contributor.findUnique({ where: { slug } });

/** Contributors by the name readers see, in any case. */
export const contributorsCalled = (db: Db, name: string): Promise<ContributorRecord[]> =>
  db.contributor.findMany({ where: { displayName: { equals: name, mode: "insensitive" } }, take: handful });

/** Contributors whose slug begins alike. */
export const contributorsAround = (db: Db, beginning: string): Promise<ContributorRecord[]> =>
  db.contributor.findMany({ where: { slug: { startsWith: beginning } }, take: 200 });

/** A page of contributors by name, with one row more than asked for when there is more. */
export const contributorPage = (
  db: Db,
  { q, first, after }: { q?: string | undefined; first: number; after?: string | undefined },
): Promise<ContributorRecord[]> =>
  db.contributor.findMany({
    where: q ? { displayName: { contains: q, mode: "insensitive" } } : {},
    orderBy: [...byName],
    take: first + 1,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });

/** Writes a new contributor. */
export const insertContributor = (db: Db, data: Prisma.ContributorUncheckedCreateInput): Promise<ContributorRecord> =>
  db.contributor.create({ data });

/** Changes a contributor who is still at the version seen; says whether that was so. */
export async function updateContributorAt(
  db: Db,
  seen: { readonly id: string; readonly version: number },
  data: Prisma.ContributorUncheckedUpdateManyInput,
): Promise<boolean> {
  const where = { id: seen.id, version: seen.version };
  return (await db.contributor.updateMany({ where, data: { ...data, version: { increment: 1 } } })).count === 1;
}
