import { isSlug, lastSegment, normalisePath } from "../../domain/slug/index.ts";
import { isId } from "../../kernel/ids.ts";
import { house } from "../house.ts";
import { liveNow } from "../lists/index.ts";
import { clock, sql } from "../plan/index.ts";
import type { Alias, Edge, Root, Sql } from "../plan/index.ts";
import { keyTags, nowhere } from "./keys.ts";
import { inputs, textOf } from "./inputs.ts";
import { shownLater, type Later } from "./later.ts";

type Which = (one: Alias<"live_card">) => Sql;

const input = inputs();

const found = (where: Which): Edge<"live_card"> => ({
  noun: house.article,
  many: false,
  most: () => 1,
  pick: (one) => ({ where: where(one), own: true, limit: sql.lit(1) }),
});

/** The article with the UUID `id`. */
export const articleById: Root<"live_card"> = {
  name: "article by id",
  edge: found(({ col }) => sql`${col("article_id")} = ${input("id")}::uuid`),
  tags: (run) => [`article:${textOf(run, "id")}`],
  missing: nowhere,
};

/** The article that has or had the slug `slug`. */
export const articleBySlug: Root<"live_card"> = {
  name: "article by slug",
  edge: found(
    ({ col }) => sql`${col("article_id")} = (select s.article_id from article_slug s where s.slug = ${input("slug")})`,
  ),
  tags: (run) => [`slug:${textOf(run, "slug")}`],
  missing: nowhere,
};

/** The article the folded path `path` leads to, over whatever redirects; asked for by its own path, it is found at once. */
export const articleByPath: Root<"live_card"> = {
  name: "article by path",
  edge: found(
    ({ col }) => sql`${col("article_id")} = coalesce(
      (select c.article_id from article_slug s join live_card c on c.article_id = s.article_id
        where s.slug = ${input("slug")} and c.path = ${input("path")} and ${liveNow(sql`c`)}
          and not exists (select from section x where x.path = substr(${input("path")}, 2)) limit 1),
      article_was(${input("path")}, ${clock}))`,
  ),
  tags: (run) => keyTags(textOf(run, "path")),
  missing: nowhere,
};

/** The articles with the UUIDs `ids`, in no order. */
export const articlesByIds: Root<"live_card", Later> = {
  name: "articles by ids",
  edge: {
    noun: shownLater(house.article, "article_id"),
    many: true,
    most: (run) => (run.input["ids"] as readonly string[]).length,
    pick: ({ col }) => ({ alone: true, where: sql`${col("article_id")} = any(${input("ids")}::uuid[])`, own: true }),
  },
  tags: (run) => (run.input["ids"] as readonly string[]).map((id) => `article:${id}`),
};

/** What an article's key is asked with; null where no article can bear such a key. */
export function slugKey(slug: string): { readonly slug: string } | null {
  return isSlug(slug) ? { slug } : null;
}

/** What an id is asked with; null for what is no id. */
export function idKey(id: string): { readonly id: string } | null {
  return isId(id) ? { id: id.toLowerCase() } : null;
}

/** What a path is asked with; null for what can be no path of ours. */
export function pathKey(path: string): { readonly path: string; readonly slug: string } | null {
  const plain = normalisePath(path);
  return plain === null ? null : { path: plain, slug: lastSegment(plain) ?? "" };
}
