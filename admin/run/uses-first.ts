import type { ArticleRow } from "../../src/newsroom/articles/index.ts";
import type { Desk } from "../../src/newsroom/desk.ts";
import { whereUsed, type Uses } from "../../src/newsroom/links/index.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import { note, type Column } from "../print/index.ts";
import { useLines, usesInBrief } from "../views/used.ts";
import type { Call } from "./call.ts";
import type { Task } from "./in-turn.ts";

/** Where articles are used that are about to be taken away, by their ids. */
type UsesByArticle = ReadonlyMap<string, Uses>;

const looked = 20;

/**
 * Tells a person where articles are used, before anything is asked or done; programs find it in the answer. Of many
 * articles it looks at the first twenty.
 */
export async function usesFirst(call: Call, desk: Desk, tasks: readonly Pick<Task, "find">[]): Promise<UsesByArticle> {
  const uses = new Map<string, Uses>();
  for (const { find } of tasks.slice(0, looked)) {
    const article = await orUnknown(find);
    if (article === null) continue;
    const used = await whereUsed(desk, article.id);
    uses.set(article.id, used);
    if (forPeople(call)) usesInBrief(article.slug, used).forEach(note);
  }
  if (tasks.length > looked && forPeople(call)) {
    note(`Where the other ${tasks.length - looked} are used was not looked at: desk article used ARTICLE`);
  }
  return uses;
}

/** What was found, as a field of the answer; null for an article that was not looked at. */
export const usedIn = <T>(uses: UsesByArticle, idOf: (thing: T) => string | undefined): Column<T> => ({
  name: "usedIn",
  of: (thing) => linesOf(uses, idOf(thing)),
  quiet: true,
});

/** What was found, as details of a refusal. */
export const usesDetails = (uses: UsesByArticle) => ({
  usedIn: [...uses.keys()].flatMap((id) => linesOf(uses, id) ?? []),
});

const linesOf = (uses: UsesByArticle, id: string | undefined) => {
  const used = id === undefined ? undefined : uses.get(id);
  return used === undefined ? null : useLines(used).map((line) => ({ ...line }));
};

const forPeople = (call: Call): boolean => !call.flag("json") && (call.text("format") ?? "table") === "table";

// What cannot be found is refused when its turn comes.
async function orUnknown(find: Task["find"]): Promise<ArticleRow | null> {
  try {
    return (await find()).before;
  } catch (error) {
    if (error instanceof DatelineError) return null;
    throw error;
  }
}
