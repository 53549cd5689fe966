import type { Db } from "../../database/db.ts";
import type { SectionRecord } from "./sections.store.ts";

/**
 * Redirects never stand in the way of a section: those from paths that are live again go. What lay below such a path
 * and moved away with its section keeps a way of its own, for the new section knows nothing of it.
 */
export async function clearRedirects(db: Db, paths: readonly string[]): Promise<void> {
  const from = paths.map((path) => `/${path}`);
  await db.$executeRaw`
    INSERT INTO redirect (id, from_path, is_prefix, to_section_id, origin)
    SELECT gen_random_uuid(), old.path, true, below.id, 'SECTION'
    FROM redirect r JOIN section s ON s.id = r.to_section_id JOIN section below ON starts_with(below.path, s.path || '/')
      CROSS JOIN LATERAL (SELECT r.from_path || substr(below.path, length(s.path) + 1) AS path) old
    WHERE r.is_prefix AND r.from_path = ANY (${from}::text[])
      AND NOT EXISTS (SELECT FROM section there WHERE there.path = substr(old.path, 2))
    ON CONFLICT (from_path) DO NOTHING`;
  await db.redirect.deleteMany({ where: { fromPath: { in: from } } });
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
