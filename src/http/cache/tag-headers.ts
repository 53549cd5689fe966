import { createHash } from "node:crypto";

/** The longest value a header of tags may have, in bytes: there are two, and many clients take 16 kB of headers in all. */
const MOST_BYTES = 7_000;
/** Content delivery networks take no longer keys. */
const LONGEST_TAG = 200;

const plain = /^[A-Za-z0-9:_/.-]+$/;

/**
 * A tag as it stands in a header. Some tags hold what a client asked by; whatever a header could not carry, or what would
 * end it, is put as `kind:~` and a hash (the first 22 signs of SHA-256 in base64url), which nobody's plain tag looks like.
 */
export function headerTag(tag: string): string {
  if (tag.length <= LONGEST_TAG && plain.test(tag)) return tag;
  const kind = /^[a-z]+:/.exec(tag)?.[0] ?? "";
  return `${kind}~${createHash("sha256").update(tag).digest("base64url").slice(0, 22)}`;
}

/** The headers by which caches in front drop what a change touches; null when they would be too large. */
export function tagHeaders(tags: readonly string[]): readonly string[] | null {
  if (tags.length === 0) return [];
  const told = tags.map(headerTag);
  const keys = told.join(" ");
  return keys.length > MOST_BYTES ? null : ["surrogate-key", keys, "cache-tag", told.join(",")];
}
