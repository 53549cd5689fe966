import { mergeRevisions } from "../../domain/revisions/index.ts";
import type { OpenDesk } from "../desk.ts";
import { lockedArticle, settled, type Seen } from "./article-to-edit.ts";
import type { ArticleRow } from "./articles.store.ts";
import { expectNotFinal } from "./articles.rules.ts";
import { staleError } from "./conflict.ts";
import { draftOf, type RevisionDraft } from "./revision-draft.ts";
import { headAt } from "./revisions.store.ts";
import { amend } from "./write-revision.ts";

/** Names an article, the version its editor saw, and whether their edit may be merged with what came since. */
export interface TextSeen extends Seen {
  readonly merge?: boolean | undefined;
}

/** What an editor makes of the words they saw. */
export type TextEdit = (seen: RevisionDraft) => Partial<RevisionDraft> | Promise<Partial<RevisionDraft>>;

/** An article before and after an edit of its words. */
export interface Edited {
  readonly before: ArticleRow;
  readonly after: ArticleRow;
}

/**
 * Writes what an edit makes of the words as the newest revision. Where somebody changed the article in between, the
 * edit is made on the words its editor saw and, if they asked for that, merged with what stands now.
 * Throws NOT_FOUND, WRONG_STATE, and ARTICLE_STALE with all three sides where the edit was not or cannot be merged.
 */
export async function editText(desk: OpenDesk, seen: TextSeen, edit: TextEdit): Promise<Edited> {
  const found = await lockedArticle(desk, seen.id);
  expectNotFinal(found, desk.now());
  if (found.version === seen.expectedVersion) {
    const before = await settled(desk, found);
    return { before, after: await amend(desk, before, await edit(draftOf(before.headRevision))) };
  }
  const draft = await mergedDraft(desk, found, seen, edit);
  const before = await settled(desk, found);
  return { before, after: await amend(desk, before, draft) };
}

async function mergedDraft(
  desk: OpenDesk,
  article: ArticleRow,
  seen: TextSeen,
  edit: TextEdit,
): Promise<RevisionDraft> {
  const { expectedVersion, merge } = seen;
  const theirs = article.headRevision;
  const base = expectedVersion > article.version ? null : await headAt(desk.db, article.id, expectedVersion);
  if (base === null) throw staleError(article, expectedVersion, { base, theirs, yours: null });
  const yours = { ...draftOf(base), ...(await edit(draftOf(base))) };
  const merged = mergeRevisions(draftOf(base), draftOf(theirs), yours);
  if (merge && merged.ok) return merged.content;
  throw staleError(article, expectedVersion, { base, theirs, yours });
}
