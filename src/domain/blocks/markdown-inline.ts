import { inlineTokens, type InlineToken } from "./inline.ts";
import type { InlineText, LinkSpan, Span } from "./types.ts";

interface Delimiters {
  readonly open: string;
  readonly close: string;
  /** Whether what stands between is taken as written. */
  readonly verbatim?: boolean;
}

/** Signs that would open a block at the start of a line: headings, lists, rules, our fences. */
const lineStarts: readonly (readonly [RegExp, string])[] = [
  [/^([#+=-]|::)/, "\\$1"],
  [/^(\d{1,9})([.)])/, "$1\\$2"],
  [/^[ \t]/, "&#32;"],
];

function guardStart(line: string): string {
  return lineStarts.reduce((sofar, [what, by]) => sofar.replace(what, by), line);
}

/** Text so that Markdown shows exactly it; a "!" at its end could make a picture of a link that follows. */
function escapeText(text: string, startsLine: boolean): string {
  const escaped = text.replace(/[\\`*_[\]<>~|]|!$/g, "\\$&").replace(/&/g, "&amp;");
  const lines = escaped.split("\n").map((line, index) => (index > 0 || startsLine ? guardStart(line) : line));
  return lines.join("\\\n");
}

/** White space at the end would be stripped, and a line break there would be a lone backslash. */
function guardEnd(markdown: string): string {
  return markdown.replace(/ $/, "&#32;").replace(/\\\n$/, "&#10;");
}

function linkTarget({ href }: LinkSpan): string {
  if (/^[\w:/?#@!$'*+,;=%.~-]+$/.test(href)) return href;
  return `<${href.replace(/&/g, "&amp;").replace(/\|/g, "\\|")}>`;
}

const tags = (name: string): Delimiters => ({ open: `<${name}>`, close: `</${name}>` });
const isEmphasis = ({ kind }: Span): boolean => kind === "strong" || kind === "em";
const meets = (one: Span, other: Span): boolean => other.start <= one.end && other.end >= one.start;
const sharesEdge = (one: Span, other: Span): boolean => other.start === one.start || other.end === one.end;
const overlaps = (one: Span, other: Span): boolean => other.start < one.end && other.end > one.start;
const wordEdges = /^[\p{L}\p{N}](?:[^]*[\p{L}\p{N}])?$/u;

/** Stars where no rule of CommonMark can read them otherwise, tags where one could. */
function emphasis(span: Span, text: string, others: readonly Span[]): Delimiters {
  const unclear = others.some((other) => sharesEdge(span, other) || (isEmphasis(other) && meets(span, other)));
  if (unclear || !wordEdges.test(text)) return tags(span.kind);
  const stars = span.kind === "strong" ? "**" : "*";
  return { open: stars, close: stars };
}

/** Backticks where the text between is plain and no other backtick is near, else tags. */
function code(span: Span, text: string, others: readonly Span[]): Delimiters {
  const unclear = others.some((other) => overlaps(span, other) || (other.kind === "code" && meets(span, other)));
  const odd = unclear || /[`\n|]|^ | $/.test(text);
  return odd ? tags("code") : { open: "`", close: "`", verbatim: true };
}

function delimitersOf(span: Span, text: string, all: readonly Span[]): Delimiters {
  const others = all.filter((other) => other !== span);
  if (span.kind === "link") return { open: "[", close: `](${linkTarget(span)})` };
  if (span.kind === "code") return code(span, text, others);
  return isEmphasis(span) ? emphasis(span, text, others) : tags(span.kind);
}

/** Inline text as CommonMark; sub, sup and what stars cannot say stand as HTML tags, which CommonMark allows. */
export function inlineMarkdown(inline: InlineText): string {
  const tokens = inlineTokens(inline);
  const spans = tokens.flatMap((token) => (token.is === "open" ? [token.span] : []));
  const marks = new Map(
    spans.map((span) => [span, delimitersOf(span, inline.text.slice(span.start, span.end), spans)]),
  );
  let verbatim = false;
  const write = (token: InlineToken): string => {
    if (token.is === "text") {
      return verbatim ? token.text : escapeText(token.text, token.at === 0 || inline.text[token.at - 1] === "\n");
    }
    const mark = marks.get(token.span);
    verbatim = token.is === "open" && mark?.verbatim === true;
    return mark?.[token.is] ?? "";
  };
  return guardEnd(tokens.map(write).join(""));
}

/** A value for our fences: JSON text in which no sign means anything to Markdown or HTML. */
export function fenceValue(value: string): string {
  return JSON.stringify(value).replace(
    /[<>&[\]`]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
