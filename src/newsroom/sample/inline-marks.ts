import type { InlineText, Span } from "../../domain/blocks/index.ts";

const marks = /\*\*(?<strong>[^*]+)\*\*|\*(?<em>[^*]+)\*|\[(?<words>[^\]]+)\]\((?<href>https?:[^)]+)\)/gu;

/** Text with **strong**, *em* and [words](address) as plain text and the spans that mark it. */
export function inlineText(marked: string): InlineText {
  const spans: Span[] = [];
  let text = "";
  let end = 0;
  for (const match of marked.matchAll(marks)) {
    text += marked.slice(end, match.index);
    const { strong, em, words = "", href } = match.groups ?? {};
    const start = text.length;
    text += strong ?? em ?? words;
    spans.push({ start, end: text.length, ...kindOf(strong, em, href) });
    end = match.index + match[0].length;
  }
  return { text: text + marked.slice(end), spans };
}

function kindOf(strong?: string, em?: string, href = "") {
  if (strong !== undefined) return { kind: "strong" as const };
  return em !== undefined ? { kind: "em" as const } : { kind: "link" as const, href };
}
