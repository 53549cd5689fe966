import { refuse, type PageFault } from "./types.ts";

const mostCharacters = 1_000_000;
const mostLines = 10_000;

const isJson = (text: string): boolean => {
  const [firstLine = ""] = text.split(/\n/u, 1);
  return parses(text) || (/^\{\s*"/u.test(firstLine) && parses(firstLine));
};

function parses(text: string): boolean {
  if (!/^[[{"]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const closingTag =
  /<\/(?:p|div|span|a|b|i|em|strong|li|ul|ol|h[1-6]|body|head|html|article|section|script|style|table)>/iu;
const hasManyTags = (text: string): boolean => text.split(/\n/u).filter((line) => closingTag.test(line)).length >= 3;

/** How other kinds of file give themselves away, and what to do with each. */
const kinds: readonly (readonly [(text: string) => boolean, string])[] = [
  [(text) => /^<\?xml/iu.test(text), "It looks like XML; save the page as plain text."],
  [
    (text) => /^<(?:!doctype|!--|[a-z][a-z0-9-]*[\s/>])/iu.test(text),
    "It looks like HTML; save the page as plain text.",
  ],
  [hasManyTags, "It looks like HTML; save the page as plain text."],
  [(text) => text.startsWith("{\\rtf"), "It looks like RTF; save the page as plain text."],
  [(text) => /^(?:%PDF-|%!PS)/u.test(text), "It looks like a PDF; save the page as plain text."],
  [isJson, "It looks like JSON; a page is plain text."],
  [(text) => /^\{\s*["}]/u.test(text), "It looks like JSON; a page is plain text."],
  [(text) => /^---\n[\w-]+:/u.test(text), "It looks like Markdown with front matter; a page is plain text."],
  [(text) => /^#{1,6}\s/u.test(text), "It looks like Markdown; a page begins with its headline, as plain text."],
  [
    (text) =>
      /^(?:#!|\/\*|\/\/ |(?:import|export|const|let|var|function|class|package|using|#include)\b.*[;{>]\n)/u.test(text),
    "It looks like a program; a page begins with its headline.",
  ],
  [(text) => /^(?:[^\s,]+,){2,}[^\s,]*(?:\n|$)/u.test(text), "It looks like a table (CSV); a page is plain text."],
  [(text) => /^[^\t\n]+(?:\t[^\t\n]+){2,}(?:\n|$)/u.test(text), "It looks like a table; a page is plain text."],
];

const lineAt = (text: string, index: number): number => text.slice(0, index).split(/\r\n|[\n\r]/u).length;

/** Why a text cannot be a page whatever it says: too large, binary, empty or of another kind. Null when it may be one. */
export function foreignFault(text: string): PageFault | null {
  if (text.length > mostCharacters) return refuse(1, "It is larger than 1 MB; a page of text is far smaller.");
  const lines = text.split(/\r\n|[\n\r]/u, mostLines + 1).length;
  if (lines > mostLines) return refuse(lines, "It has more than 10,000 lines; a page has far fewer.");
  const nul = text.indexOf("\0");
  if (nul !== -1) return refuse(lineAt(text, nul), "It holds binary data; a page is plain text.");
  const start = text.search(/[^\s\uFEFF]/u);
  if (start === -1) return refuse(1, "It is empty; a page begins with its headline.");
  const beginning = text.slice(start).replace(/\r\n?/g, "\n");
  const kind = kinds.find(([looksLike]) => looksLike(beginning));
  return kind === undefined ? null : refuse(lineAt(text, start), kind[1]);
}
