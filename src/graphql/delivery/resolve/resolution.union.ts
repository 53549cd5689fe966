import { createUnionType } from "type-graphql";
import type { Resolution as Found } from "../../../delivery/index.ts";
import { ArticleType } from "../articles/article.type.ts";
import { SectionType } from "../sections/section.type.ts";
import { GoneType, RedirectType } from "./resolve.type.ts";

const names: Readonly<Record<Found["noun"], string>> = {
  article: "Article",
  section: "Section",
  redirect: "Redirect",
  gone: "Gone",
};

/** What a path leads to. */
export const Resolution = createUnionType({
  name: "Resolution",
  description: "What a path leads to.",
  types: () => [ArticleType, SectionType, RedirectType, GoneType] as const,
  resolveType: (found: unknown) => names[(found as Found).noun],
});
