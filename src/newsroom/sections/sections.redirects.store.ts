import type { Db } from "../../database/db.ts";
import type { SectionRecord } from "./sections.store.ts";

/** Redirects never stand in the way of a section: those from paths that are live again go. */
export async function clearRedirects(db: Db, paths: readonly string[]): Promise<void> {
  await db.redirect.deleteMany({ where: { fromPath: { in: paths.map((path) => `/${path}`) } } });
}

/**
 * Lets an old path lead to its section, with everything below it: one row, however many articles stand there. It names
 * the section and not its path, so a second move makes no chain.
 */
export async function redirectOldPath(db: Db, oldPath: string, section: SectionRecord): Promise<void> {
  const target = { isPrefix: true, toSectionId: section.id, toArticleId: null, toPath: null };
  const kept = { ...target, status: 301, origin: "SECTION" } as const;
  const fromPath = `/${oldPath}`;
  await db.redirect.upsert({ where: { fromPath }, create: { fromPath, ...kept }, update: kept });
}

/** Redirects that led to the old path by its spelling lead to the new one; those that would lead to themselves go. */
export async function retargetRedirects(db: Db, oldPath: string, newPath: string): Promise<void> {
  const [from, to] = [`/${oldPath}`, `/${newPath}`];
  await db.$executeRaw`
    DELETE FROM redirect WHERE (to_path = ${from} OR starts_with(to_path, ${from} || '/'))
      AND from_path = ${to} || substr(to_path, length(${from}) + 1)`;
  await db.$executeRaw`
    UPDATE redirect SET to_path = ${to} || substr(to_path, length(${from}) + 1)
    WHERE to_path = ${from} OR starts_with(to_path, ${from} || '/')`;
}
