import { lastSegment } from "../../domain/slug/index.ts";
import { isId } from "../../kernel/ids.ts";

/** What the answer to a path rests on: sections, redirects, and whoever its last segment names. */
export function keyTags(path: string): readonly string[] {
  const name = lastSegment(path);
  const named = name === null ? [] : [isId(name) ? `article:${name}` : `slug:${name}`];
  return ["sections", "redirects", ...named];
}

/** A path that leads nowhere may lead, over redirects, to whatever is published next: as a search may find it. */
export const nowhere = ["search"] as const;
