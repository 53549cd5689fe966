import { z } from "zod";
import { DatelineError } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { expectNotFinal, lockOf, lockedArticle, type ArticleRow } from "../articles/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked, proseInput } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { dropLock, takeLock } from "./locks.store.ts";

const lockInput = z.strictObject({
  id: z.uuid(),
  /** How long, in minutes; locking again begins anew. */
  minutes: z
    .int()
    .min(1)
    .max(8 * 60)
    .default(30),
  /** What colleagues should know. */
  note: proseInput(500).optional(),
});
const unlockInput = z.strictObject({ id: z.uuid() });
const breakInput = z.strictObject({ id: z.uuid(), reason: proseInput(1000) });

/** Which article to work on, and how long. */
export type LockArticle = z.input<typeof lockInput>;
/** Which article one has finished with. */
export type UnlockArticle = z.input<typeof unlockInput>;
/** Whose lock to break, by its article, and why. */
export type BreakLock = z.input<typeof breakInput>;

/**
 * Tells colleagues that one is at work on an article until a time. A courtesy: it keeps nobody out, and saving still
 * names the version. Throws ARTICLE_LOCKED while a colleague's lock lasts, WRONG_STATE, NOT_FOUND, INVALID_INPUT, FORBIDDEN.
 */
export const lockArticle = (caller: Desk, given: LockArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:revise");
    const { id, minutes, note = null } = checked(lockInput, given);
    const article = await lockedArticle(desk, id);
    expectNotFinal(article, desk.now());
    const until = new Date(desk.now().getTime() + minutes * 60_000);
    if (!(await takeLock(desk, { articleId: id, userId: person(desk), until, note }))) throw locked(article);
    await recordAudit(desk, { ...noteOf("article:lock", id), after: { until: until.toISOString(), note } });
    return lockedArticle(desk, id);
  });

/** Gives one's own lock back; nothing happens where one has none. Throws ARTICLE_LOCKED where a colleague has one. */
export const unlockArticle = (caller: Desk, given: UnlockArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:revise");
    const { id } = checked(unlockInput, given);
    const article = await lockedArticle(desk, id);
    const lock = lockOf(article, desk.now());
    if (lock === null) return article;
    if (lock.userId !== desk.actor.id) throw locked(article);
    await dropLock(desk, id, lock.userId);
    await recordAudit(desk, { ...noteOf("article:unlock", id), before: face(lock) });
    return lockedArticle(desk, id);
  });

/** Takes a colleague's lock away, with a reason they can read in the audit. Throws NOT_FOUND, INVALID_INPUT, FORBIDDEN. */
export const breakLock = (caller: Desk, given: BreakLock): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:break-lock");
    const { id, reason } = checked(breakInput, given);
    const article = await lockedArticle(desk, id);
    const lock = lockOf(article, desk.now());
    if (lock === null) return article;
    await dropLock(desk, id);
    await recordAudit(desk, { ...noteOf("article:break-lock", id), before: face(lock), reason });
    return lockedArticle(desk, id);
  });

const noteOf = (action: string, entityId: string) => ({ action, entityType: "article" as const, entityId });

function person({ actor }: OpenDesk): string {
  if (actor.id !== null) return actor.id;
  throw new DatelineError("FORBIDDEN", { says: "Only a person can be at work on an article.", fix: "Act as a user." });
}

function locked({ lock }: ArticleRow): DatelineError {
  const [by, until] = [lock?.user.displayName ?? "A colleague", lock?.until.toISOString() ?? null];
  return new DatelineError("ARTICLE_LOCKED", {
    says: `${by} is at work on this article until ${until ?? "later"}${lock?.note ? `: ${lock.note}` : ""}.`,
    details: { by, until, since: lock?.since.toISOString() ?? null, note: lock?.note ?? null },
  });
}

const face = ({ user, until, note }: NonNullable<ReturnType<typeof lockOf>>) => ({
  ...{ by: user.displayName, until: until.toISOString(), note },
});
