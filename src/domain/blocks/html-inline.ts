import { isWebUrl } from "../text/index.ts";
import { inlineTokens, type InlineToken } from "./inline.ts";
import type { InlineText, Span } from "./types.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text with every sign that means something in HTML written as an entity; fit for text and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "");
}

/** Escaped text whose line feeds are line breaks. */
export function textHtml(text: string): string {
  return escapeHtml(text).replaceAll("\n", "<br>");
}

/** A link around HTML; the HTML alone when the address is neither http(s) nor a path of ours. */
export function linkHtml(href: string, inner: string): string {
  return isOurPath(href) || isWebUrl(href)
    ? `<a href="${escapeHtml(href)}" rel="nofollow noopener">${inner}</a>`
    : inner;
}

/** Whether an address is a path on our own site: one leading slash, then nothing a browser could read as a host. */
export function isOurPath(address: string): boolean {
  return /^\/(?![/\\])[^\s\p{Cc}\\]*$/u.test(address);
}

function openTag(span: Span): string {
  return span.kind === "link" ? `<a href="${escapeHtml(span.href)}" rel="nofollow noopener">` : `<${span.kind}>`;
}

function tokenHtml(token: InlineToken): string {
  if (token.is === "text") return textHtml(token.text);
  if (token.is === "open") return openTag(token.span);
  return token.span.kind === "link" ? "</a>" : `</${token.span.kind}>`;
}

/** Inline text as HTML: all text escaped, spans as strong, em, sub, sup, code and a, properly nested. */
export function inlineHtml(inline: InlineText): string {
  return inlineTokens(inline).map(tokenHtml).join("");
}
