import { findArticle, type ArticleRow, type CreateArticle } from "../../src/newsroom/articles/index.ts";
import { findContributor } from "../../src/newsroom/contributors/index.ts";
import type { Desk } from "../../src/newsroom/desk.ts";
import { findTopic } from "../../src/newsroom/topics/index.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import type { Call } from "../run/call.ts";

/** An article to change, and the version the change is written on: the one asked for, else the one just read. */
export interface ArticleSeen {
  readonly before: ArticleRow;
  readonly seen: { readonly id: string; readonly expectedVersion: number };
  /** The same for an edit that --merge may join with what came since. */
  readonly edit: { readonly id: string; readonly expectedVersion: number; readonly merge: boolean };
}

/** How an article may be named on the command line. */
export const articleWord = ["<article>", "id, beginning of an id, slug, path or headline"] as const;

/** Finds the article a word names. Throws NOT_FOUND, AMBIGUOUS. */
export async function articleSeen(desk: Desk, call: Call, word = call.word(0)): Promise<ArticleSeen> {
  const before = await findArticle(desk, word);
  const seen = { id: before.id, expectedVersion: call.whole("ifVersion") ?? before.version };
  return { before, seen, edit: { ...seen, merge: call.flag("merge") } };
}

/** Names for the byline: a contributor's where one is known by it, else the name alone. */
export async function bylinesOf(desk: Desk, names: readonly string[]): Promise<NonNullable<CreateArticle["bylines"]>> {
  const bylines = [];
  for (const name of names) {
    const contributor = await orNobody(() => findContributor(desk, name));
    bylines.push({ name: contributor?.displayName ?? name, contributorId: contributor?.id ?? null });
  }
  return bylines;
}

/** The ids of the topics named. Throws NOT_FOUND, AMBIGUOUS. */
export async function topicIds(desk: Desk, names: readonly string[]): Promise<string[]> {
  const ids = [];
  for (const name of names) ids.push((await findTopic(desk, name)).id);
  return ids;
}

async function orNobody<T>(find: () => Promise<T>): Promise<T | null> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof DatelineError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
