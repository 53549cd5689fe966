import type { Db } from "../../database/db.ts";
import type { Prisma, Section } from "../../database/generated/client.ts";
import type { OpenDesk } from "../desk.ts";
import type { IdRange } from "../names.ts";

/** A section as the desk knows it; `path` has no leading slash. */
export type SectionRecord = Section;

const handful = 10;
const inOrder = [{ position: "asc" }, { id: "asc" }] as const satisfies Prisma.SectionOrderByWithRelationInput[];

/** Changes to the tree take turns, so that positions stay dense; the same lock the database's trigger takes. */
export async function takeTreeTurn(desk: OpenDesk): Promise<void> {
  await desk.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('section-tree', 0))`;
}

/** A section by id, or null. */
export const sectionById = (db: Db, id: string): Promise<SectionRecord | null> =>
  db.section.findUnique({ where: { id } });

/** Sections whose ids lie in a range. */
export const sectionsByIdRange = (db: Db, id: IdRange): Promise<SectionRecord[]> =>
  db.section.findMany({ where: { id: { ...id } }, orderBy: { path: "asc" }, take: handful });

/** The section at a path without leading slash, or null. */
export const sectionAt = (db: Db, path: string): Promise<SectionRecord | null> =>
  db.section.findUnique({ where: { path } });

/** Sections by slug, anywhere in the tree. */
export const sectionsBySlug = (db: Db, slug: string): Promise<SectionRecord[]> =>
  db.section.findMany({ where: { slug }, orderBy: { path: "asc" }, take: handful });

/** Sections by the name readers see, in any case. */
export const sectionsCalled = (db: Db, name: string): Promise<SectionRecord[]> =>
  db.section.findMany({
    where: { name: { equals: name, mode: "insensitive" } },
    orderBy: { path: "asc" },
    take: handful,
  });

/** Every section, siblings in their order. */
export const allSections = (db: Db): Promise<SectionRecord[]> => db.section.findMany({ orderBy: [...inOrder] });

/** The sections directly below another, or (null) those at the top, in order. */
export const sectionsUnder = (db: Db, parentId: string | null): Promise<SectionRecord[]> =>
  db.section.findMany({ where: { parentId }, orderBy: [...inOrder] });

/** Everything below a section, however deep. */
export const sectionsWithin = (db: Db, path: string): Promise<SectionRecord[]> =>
  db.section.findMany({ where: { path: { startsWith: `${path}/` } } });

/** Writes a new section; the database works out its path. */
export const insertSection = (db: Db, data: Prisma.SectionUncheckedCreateInput): Promise<SectionRecord> =>
  db.section.create({ data });

/** Changes a section; its version grows by one. */
export const updateSection = (
  desk: OpenDesk,
  id: string,
  data: Prisma.SectionUncheckedUpdateInput,
): Promise<SectionRecord> =>
  desk.db.section.update({ where: { id }, data: { ...data, version: { increment: 1 }, changedAt: desk.now() } });

/** Numbers siblings from 0 in the order given; only those that stand elsewhere are written. */
export async function writeOrder(db: Db, ids: readonly string[], standing: readonly SectionRecord[]): Promise<void> {
  const places = new Map(standing.map(({ id, position }) => [id, position]));
  for (const [position, id] of ids.entries()) {
    if (places.has(id) && places.get(id) !== position) await db.section.update({ where: { id }, data: { position } });
  }
}
