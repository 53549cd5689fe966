export { articlePath, dayInZone, lastSegment, normalisePath, sectionPath, type ArticlePathParts } from "./path.ts";
export { isSlug, numbered, slugify } from "./slug.ts";
