import { idOfType, parseGlobalId } from "../../kernel/global-id.ts";
import { isId } from "../../kernel/ids.ts";
import { finisher, openRun, plan, planRows } from "../plan/index.ts";
import type { Planned, Question, Root, TableName } from "../plan/index.ts";
import type { Reader } from "../reader.ts";
import { nullAnswer } from "./null-answer.ts";
import * as articles from "./articles.ts";
import type { Later } from "./later.ts";
import { corrections } from "./corrections.ts";
import { expectSearch, search } from "./search.ts";
import * as sections from "./sections.ts";

export { railsFor, type ShownRail } from "./rails.ts";
export { resolved, resolveRecords } from "./resolve.ts";

/** What is wanted of an answer. */
export type Wish = Omit<Question, "input">;

/** One way of naming an article. */
export interface ArticleKey {
  readonly id?: string | null;
  readonly slug?: string | null;
  readonly path?: string | null;
}

/** One way of naming a section. */
export type SectionKey = Omit<ArticleKey, "slug">;

// Field by field: a copy of a wish with something added is dear (see docs/decisions/0018).
const asking = (input: Question["input"], { selection, shape, variables }: Wish): Question => ({
  input,
  selection,
  shape,
  variables,
});

const planned = <Table extends TableName>(
  reader: Reader,
  root: Root<Table>,
  input: Question["input"] | null,
  wish: Wish,
): Planned => (input === null ? nullAnswer : plan(reader, root, asking(input, wish)));

/** The live article of a key, or null. */
export function articleBy(reader: Reader, { id, slug, path }: ArticleKey, wish: Wish): Planned {
  if (typeof slug === "string") return planned(reader, articles.articleBySlug, articles.slugKey(slug), wish);
  if (typeof path === "string") return planned(reader, articles.articleByPath, articles.pathKey(path), wish);
  const own = typeof id === "string" ? idOfType("Article", id) : null;
  return planned(reader, articles.articleById, own === null ? null : articles.idKey(own), wish);
}

/** The section of a key, or null. */
export function sectionBy(reader: Reader, { id, path }: SectionKey, wish: Wish): Planned {
  if (typeof path === "string") return planned(reader, sections.sectionByPath, articles.pathKey(path), wish);
  const own = typeof id === "string" ? idOfType("Section", id) : null;
  return planned(reader, sections.sectionById, own === null ? null : articles.idKey(own), wish);
}

/** The listed sections at the top, in order. */
export const topSections = (reader: Reader, wish: Wish): Planned => planned(reader, sections.topSections, {}, wish);

/** The thing with a global id, or null. */
export function nodeById(reader: Reader, id: string, wish: Wish): Planned {
  const named = parseGlobalId(id);
  if (named?.type === "Article") return planned(reader, articles.articleById, articles.idKey(named.id), wish);
  if (named?.type === "Section") return planned(reader, sections.sectionById, articles.idKey(named.id), wish);
  return nullAnswer;
}

const byType = { Article: articles.articlesByIds, Section: sections.sectionsByIds } as const;

/** The things with these global ids, in their order, null for each there is none of: one statement a type. */
export function nodesById(reader: Reader, ids: readonly string[], wish: Wish): Planned {
  const named = ids
    .map(parseGlobalId)
    .map((one) => (one !== null && isId(one.id) ? { ...one, id: one.id.toLowerCase() } : null));
  const plans = Object.entries(byType).flatMap(([type, root]) => {
    const wanted = [...new Set(named.flatMap((one) => (one?.type === type ? [one.id] : [])))];
    return wanted.length === 0 ? [] : [{ type, plan: plannedList(reader, root, wanted, wish) }];
  });
  const answer = async () => {
    const found = await Promise.all(
      plans.map(async ({ type, plan: one }) => {
        return (await one.answer()).map((later) => [`${type}:${later.id}`, later] as const);
      }),
    );
    const known = new Map(found.flat());
    const run = openRun(reader, asking({}, wish));
    const finish = finisher<Later>(wish.shape, (one, inRun) => one.show(inRun));
    const inOrder = named.map((one) => (one === null ? null : (known.get(`${one.type}:${one.id}`) ?? null)));
    return { json: finish(inOrder, run), faults: run.faults };
  };
  const rows = plans.reduce((sum, one) => sum + one.plan.rows, 0);
  return { rows, statements: plans.flatMap((one) => one.plan.statements), answer };
}

const plannedList = (
  reader: Reader,
  root: (typeof byType)[keyof typeof byType],
  ids: readonly string[],
  wish: Wish,
): Planned<readonly Later[]> => {
  const question = asking({ ids }, wish);
  return root === byType.Article
    ? planRows(reader, byType.Article, question)
    : planRows(reader, byType.Section, question);
};

/** What is live and answers a search, best first. Throws INVALID_INPUT for one that is too long. */
export function searchFor(
  reader: Reader,
  input: { readonly query: string; readonly first?: number | null; readonly after?: string | null },
  wish: Wish,
): Planned {
  expectSearch(input.query);
  return plan(reader, search(wish.selection), asking({ ...input }, wish));
}

/** The public notes under live articles, newest first; of one kind where one is named. */
export const correctionsFor = (
  reader: Reader,
  input: { readonly kind?: string | null; readonly first?: number | null; readonly after?: string | null },
  wish: Wish,
): Planned => plan(reader, corrections(wish.selection, typeof input.kind === "string"), asking({ ...input }, wish));
