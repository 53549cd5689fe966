import { createHash } from "node:crypto";
import type { Encoding } from "./encodings.ts";

/** What identifies the bytes of an answer, whatever form they are sent in. */
export const fingerprint = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("base64url");

/** The strong validator of one form of an answer (RFC 9110, section 8.8.3): each encoding has its own. */
export const entityTag = (print: string, encoding: Encoding): string =>
  encoding === "identity" ? `"${print}"` : `"${print}-${encoding}"`;

/**
 * The validator by which a client already has the answer, in any of its forms; null when it has not. Compared weakly, as
 * `If-None-Match` asks for. `*` is any answer: then it is the validator of the form that would have been sent.
 */
export function knownTag(ifNoneMatch: string, tags: readonly string[], sent: string): string | null {
  if (ifNoneMatch === sent || ifNoneMatch.trim() === "*") return sent;
  for (const part of ifNoneMatch.split(",")) {
    const tag = part.trim().replace(/^W\//, "");
    if (tags.includes(tag)) return tag;
  }
  return null;
}
