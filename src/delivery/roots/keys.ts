import { lastSegment } from "../../domain/slug/index.ts";
import { isId } from "../../kernel/ids.ts";

/** What the answer to a path rests on: sections, redirects, and whoever its last segment names. */
export function keyTags(path: string): readonly string[] {
  const name = lastSegment(path);
  const named = name === null ? [] : [isId(name) ? `article:${name}` : `slug:${name}`];
  return ["sections", "redirects", ...named];
}

/**
 * What leads nowhere rests on whatever is published next, as a search does. A path may lead there, over redirects; and of
 * a slug or an id nobody may learn, from how long its absence may be kept, that just this one is about to appear.
 */
export const nowhere = ["search"] as const;
