import { slugify } from "../domain/slug/index.ts";

/** The slug of a name; `otherwise` when the name has no letter or digit that a slug can hold. */
export function slugOf(name: string, otherwise: string): string {
  const slug = slugify(name);
  // slugify answers "article" for what it cannot spell; nothing but an article is called so by chance.
  return slug === "article" && !/article/i.test(name) ? otherwise : slug;
}
