import type { Db } from "../../database/db.ts";
import type { Prisma } from "../../database/generated/client.ts";

const parts = {
  toArticle: { select: { id: true, slug: true, pathDate: true, section: true } },
  toSection: { select: { id: true, path: true } },
} as const satisfies Prisma.RedirectInclude;

/** A redirect with what it leads to. */
export type RedirectRow = Prisma.RedirectGetPayload<{ include: typeof parts }>;

/** A page of redirects by their path, with one row more than asked for when there is more. */
export const redirectPage = (
  db: Db,
  { q, first, after }: { readonly q?: string | undefined; readonly first: number; readonly after?: string | undefined },
): Promise<RedirectRow[]> =>
  db.redirect.findMany({
    where: q === undefined || q === "" ? {} : { fromPath: { contains: q.toLowerCase() } },
    include: parts,
    orderBy: [{ fromPath: "asc" }],
    take: first + 1,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });

/** The redirect from a path, or null. */
export const redirectFrom = (db: Db, fromPath: string): Promise<RedirectRow | null> =>
  db.redirect.findUnique({ where: { fromPath }, include: parts });

/** A redirect by its id, or null. */
export const redirectById = (db: Db, id: string): Promise<RedirectRow | null> =>
  db.redirect.findUnique({ where: { id }, include: parts });

/** Writes a redirect; the database puts the end of its way in. */
export async function insertRedirect(db: Db, data: Prisma.RedirectUncheckedCreateInput): Promise<RedirectRow> {
  const { id } = await db.redirect.create({ data, select: { id: true } });
  return db.redirect.findUniqueOrThrow({ where: { id }, include: parts });
}

/** Takes a redirect away. */
export async function deleteRedirect(db: Db, id: string): Promise<void> {
  await db.redirect.delete({ where: { id } });
}

/** The nearest section at or above a path, or null where there is none. */
export async function sectionOver(db: Db, path: string): Promise<string | null> {
  // Sections stand at most four levels deep; what lies below cannot be one.
  const names = path.slice(1).split("/", 4);
  const above = names.map((_, index) => names.slice(0, index + 1).join("/"));
  const sections = await db.section.findMany({ where: { path: { in: above } }, select: { id: true, path: true } });
  return sections.toSorted((one, other) => other.path.length - one.path.length)[0]?.id ?? null;
}

/** What readers find at a path now: an article, a section, a way onward, nothing (null). */
export async function nounAt(db: Db, path: string, at: Date): Promise<string | null> {
  const [row] = await db.$queryRaw<{ noun: string }[]>`SELECT r.noun FROM resolve_path(${path}, ${at}) r`;
  return row?.noun ?? null;
}

/** The section that stands at a path, or the article its last segment names, in any state. */
export async function placeAt(
  db: Db,
  path: string,
): Promise<{ readonly toSectionId: string } | { readonly toArticleId: string } | null> {
  const section = await db.section.findUnique({ where: { path: path.slice(1) }, select: { id: true } });
  if (section !== null) return { toSectionId: section.id };
  const [row] = await db.$queryRaw<
    { id: string | null }[]
  >`SELECT a.id FROM article a WHERE a.id = article_named(${path})`;
  return row?.id ? { toArticleId: row.id } : null;
}
