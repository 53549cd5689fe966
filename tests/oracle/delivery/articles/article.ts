import { isSlug } from "../../../../src/domain/slug/index.ts";
import { isId } from "../../../../src/kernel/ids.ts";
import { batched, oneEach, type Reader } from "../reader.ts";
import { liveByIds, ownersOfSlugs, type LiveArticle } from "./article.store.ts";

const byId = batched<string, LiveArticle | null>(async ({ db }, ids, at) =>
  oneEach(ids, await liveByIds(db, ids, at), ({ id }) => id),
);

const ownerOfSlug = batched<string, string | null>(async ({ db }, slugs) => {
  const owners = await ownersOfSlugs(db, slugs);
  return oneEach(slugs, owners, ({ slug }) => slug).map((owner) => owner?.articleId ?? null);
});

/** The live article with an id (a UUID); null for any other text, and for what is not live. */
export const articleById = (reader: Reader, id: string): Promise<LiveArticle | null> =>
  isId(id) ? byId(reader).load(id.toLowerCase()) : Promise.resolve(null);

/** The live articles with these ids, in their order; what is not live is left out. */
export async function articlesByIds(reader: Reader, ids: readonly string[]): Promise<readonly LiveArticle[]> {
  const found = await Promise.all(ids.map((id) => articleById(reader, id)));
  return found.filter((article) => article !== null);
}

/** The id of the article that has or had a slug, live or not; null when nobody has. */
export const articleIdOfSlug = (reader: Reader, slug: string): Promise<string | null> =>
  isSlug(slug) ? ownerOfSlug(reader).load(slug) : Promise.resolve(null);

/** The live article that has or had a slug, or null. */
export async function articleBySlug(reader: Reader, slug: string): Promise<LiveArticle | null> {
  const id = await articleIdOfSlug(reader, slug);
  return id === null ? null : articleById(reader, id);
}

/** Remembers an article that came with a list, so that nobody asks for it again. */
export function remember(reader: Reader, article: LiveArticle): void {
  byId(reader).prime(article.id, article);
}
