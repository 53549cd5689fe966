import { remember, type LiveArticle } from "../articles/index.ts";
import { batched, type Reader } from "../reader.ts";
import { cursorOf } from "./cursor.ts";
import { anyBeside, counts, stretches, type ArticleList, type Side, type Stretch } from "./list.store.ts";
import { pageRange, type PageWish } from "./page.ts";

/** A page of a list that was asked for and keeps the rules; nothing is fetched before it is wanted. */
export interface ArticlePage {
  readonly name: string;
  readonly stretch: Stretch;
}

/** One article of a page, with its cursor. */
export interface ArticleEdge {
  readonly cursor: string;
  readonly node: LiveArticle;
}

/** Where a page stands in its list. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

const spell = (value: unknown): string => JSON.stringify(value);

const stretch = batched<Stretch, readonly LiveArticle[]>(async (reader, wanted, at) => {
  const found = await stretches(reader.db, wanted, at);
  for (const article of found.flat()) remember(reader, article);
  return found;
}, spell);
const beside = batched<Side, boolean>(async ({ db }, sides, at) => anyBeside(db, sides, at), spell);
const total = batched<ArticleList, number>(async ({ db }, lists, at) => counts(db, lists, at), spell);

/**
 * A page of a list. The name of the list, and only it, decides which cursors fit. Throws INVALID_INPUT (sizes) and
 * BAD_CURSOR.
 */
export const pageOf = (name: string, list: ArticleList, wish: PageWish): ArticlePage => ({
  name,
  stretch: { list, ...pageRange(name, wish) },
});

/** The newest articles of a list, at most so many. */
export const newestOf = (reader: Reader, list: ArticleList, size: number): Promise<readonly LiveArticle[]> =>
  stretch(reader).load({ list, from: "start", size, after: null, before: null });

/** How many articles the whole list has. */
export const totalOf = (reader: Reader, { stretch: { list } }: ArticlePage): Promise<number> =>
  total(reader).load(list);

// One more than asked for is fetched: it tells whether the list goes on.
const fetched = (reader: Reader, { stretch: asked }: ArticlePage): Promise<readonly LiveArticle[]> =>
  stretch(reader).load({ ...asked, size: asked.size + 1 });

/** The articles of a page, newest first. */
export async function edgesOf(reader: Reader, page: ArticlePage): Promise<readonly ArticleEdge[]> {
  const { from, size } = page.stretch;
  const articles = (await fetched(reader, page)).slice(0, size);
  const edges = articles.map((node) => ({ cursor: cursorOf(page.name, node), node }));
  return from === "start" ? edges : edges.reverse();
}

/** Where a page stands in its list; right in both directions. */
export async function pageInfoOf(reader: Reader, page: ArticlePage): Promise<PageInfo> {
  const { list, from, size, after, before } = page.stretch;
  const [edges, found] = await Promise.all([edgesOf(reader, page), fetched(reader, page)]);
  const goesOn = found.length > size;
  const newer =
    (from === "end" && goesOn) ||
    (after !== null && (await beside(reader).load({ list, place: after, side: "newer" })));
  const older =
    (from === "start" && goesOn) ||
    (before !== null && (await beside(reader).load({ list, place: before, side: "older" })));
  return {
    hasNextPage: older,
    hasPreviousPage: newer,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
}
