import type { Db } from "../../database/db.ts";

/** The first free slug of the given spellings, or null; slugs of the past are never free. */
export async function freeSlug(db: Db, spellings: readonly string[]): Promise<string | null> {
  const taken = await db.articleSlug.findMany({ where: { slug: { in: [...spellings] } }, select: { slug: true } });
  const busy = new Set(taken.map(({ slug }) => slug));
  return spellings.find((slug) => !busy.has(slug)) ?? null;
}

/** Whether a slug is the article's own, now or in the past. */
export const isOwnSlug = async (db: Db, slug: string, articleId: string): Promise<boolean> =>
  (await db.articleSlug.count({ where: { slug, articleId } })) > 0;

/** Gives a slug to an article; one it has already stays. */
export async function takeSlug(db: Db, slug: string, articleId: string): Promise<void> {
  await db.articleSlug.createMany({ data: [{ slug, articleId }], skipDuplicates: true });
}

/** Sets a slug free that no reader ever saw. */
export async function giveUpSlug(db: Db, slug: string): Promise<void> {
  await db.articleSlug.delete({ where: { slug } });
}

/** Slugs that hold one of these words, for guesses at what was meant. */
export const slugsWith = (
  db: Db,
  words: readonly string[],
): Promise<{ readonly articleId: string; readonly slug: string }[]> =>
  db.articleSlug.findMany({
    where: { OR: words.map((word) => ({ slug: { contains: word } })) },
    select: { articleId: true, slug: true },
    take: 200,
  });
