import type { OpenDesk } from "../desk.ts";

/** A lock as it is taken. */
export interface LockWish {
  readonly articleId: string;
  readonly userId: string;
  readonly until: Date;
  readonly note: string | null;
}

/** Takes a lock that is free, has run out or is one's own; tells whether it is one's own now. */
export async function takeLock({ db, now }: OpenDesk, { articleId, userId, until, note }: LockWish): Promise<boolean> {
  const rows = await db.$queryRaw<{ user_id: string }[]>`
    INSERT INTO article_lock AS held (article_id, user_id, since, until, note)
    VALUES (${articleId}::uuid, ${userId}::uuid, ${now()}, ${until}, ${note})
    ON CONFLICT (article_id) DO UPDATE SET user_id = EXCLUDED.user_id, until = EXCLUDED.until, note = EXCLUDED.note,
      since = CASE WHEN held.user_id = EXCLUDED.user_id AND held.until > ${now()} THEN held.since ELSE EXCLUDED.since END
    WHERE held.user_id = EXCLUDED.user_id OR held.until <= ${now()}
    RETURNING user_id`;
  return rows.length > 0;
}

/** Gives a lock back: that of one user, or whosever it is. */
export async function dropLock({ db }: OpenDesk, articleId: string, userId?: string): Promise<void> {
  await db.articleLock.deleteMany({ where: { articleId, ...(userId === undefined ? {} : { userId }) } });
}
