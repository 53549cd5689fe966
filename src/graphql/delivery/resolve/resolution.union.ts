import { createUnionType } from "type-graphql";
import { ArticleType } from "../articles/article.type.ts";
import { SectionType } from "../sections/section.type.ts";
import { GoneType, RedirectType } from "./resolve.type.ts";

/** What a path leads to. */
export const Resolution = createUnionType({
  name: "Resolution",
  description: "What a path leads to.",
  types: () => [ArticleType, SectionType, RedirectType, GoneType] as const,
});
