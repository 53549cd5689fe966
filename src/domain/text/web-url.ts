import { remembered } from "../../kernel/remembered.ts";

const longestUrl = 2048;
const webScheme = /^https?:\/\/[^/?#]/i;
const unsafe = /[\s\p{Cc}\p{Surrogate}\\<>"`]/u;

/**
 * Whether a text is an absolute http or https address that may stand in a link: no other scheme, no white space or
 * control character anywhere (browsers drop tabs inside "java\tscript:"), no quote, angle bracket or backslash, no
 * user name or password, at most 2,048 UTF-16 units.
 */
export const isWebUrl: (text: string) => boolean =
  // The same few thousand addresses of pictures are asked about again and again.
  remembered(isSound, { most: 4_096, longest: 256 });

function isSound(text: string): boolean {
  if (text.length > longestUrl || !webScheme.test(text) || unsafe.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === "" && url.password === "";
}
