import { checkSpans } from "./spans.ts";
import type { InlineText, Span } from "./types.ts";

/** A piece of inline text on its way out: the start of a span, its end, or plain text (never empty). */
export type InlineToken =
  | { readonly is: "open" | "close"; readonly span: Span }
  | { readonly is: "text"; readonly text: string; readonly at: number };

/**
 * Inline text as properly nested opens, texts and closes; the texts joined are the text. A span that breaks the rules
 * is left out, so what is rendered is well formed whatever was stored.
 */
export function inlineTokens(inline: InlineText): readonly InlineToken[] {
  const tokens: InlineToken[] = [];
  const open: Span[] = [];
  let at = 0;
  const writeTo = (end: number): void => {
    if (end > at) tokens.push({ is: "text", text: inline.text.slice(at, end), at });
    at = Math.max(at, end);
  };
  const closeTo = (position: number): void => {
    for (let span = open.at(-1); span && span.end <= position; span = open.at(-1)) {
      writeTo(span.end);
      tokens.push({ is: "close", span });
      open.pop();
    }
  };
  for (const span of checkSpans(inline).sound) {
    closeTo(span.start);
    writeTo(span.start);
    open.push(span);
    tokens.push({ is: "open", span });
  }
  closeTo(inline.text.length);
  writeTo(inline.text.length);
  return tokens;
}
