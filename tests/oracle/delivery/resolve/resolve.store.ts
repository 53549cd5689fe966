import type { Db } from "../../../../src/database/db.ts";

/** A redirect an editor, an import or a moved section left behind. */
export interface StoredRedirect {
  readonly fromPath: string;
  readonly isPrefix: boolean;
  readonly toArticleId: string | null;
  readonly toSectionId: string | null;
  readonly toPath: string | null;
  readonly status: number;
}

const fields = {
  fromPath: true,
  isPrefix: true,
  toArticleId: true,
  toSectionId: true,
  toPath: true,
  status: true,
} as const;

/** The redirects from any of these folded paths. */
export const redirectsFrom = (db: Db, paths: readonly string[]): Promise<readonly StoredRedirect[]> =>
  db.redirect.findMany({ where: { fromPath: { in: [...paths] } }, select: fields });

/**
 * Whether readers once could read an article that they cannot read now. Times still ahead when it was taken down, an
 * embargo not yet over or without an end: then nobody ever saw it.
 */
export async function wasOnceSeen(db: Db, articleId: string, at: Date): Promise<boolean> {
  const rows = await db.$queryRaw<{ seen: boolean }[]>`
    SELECT CASE
      WHEN a.embargo_hold THEN false
      WHEN a.state IN ('UNPUBLISHED', 'KILLED')
        THEN greatest(a.first_published_at, a.embargo_until) <= least(a.changed_at, ${at}::timestamptz)
      WHEN a.state = 'PUBLISHED'
        THEN a.visible_from < a.visible_until AND a.visible_until <= ${at}::timestamptz
      ELSE false END AS seen
    FROM article a WHERE a.id = ${articleId}::uuid`;
  return rows[0]?.seen === true;
}
