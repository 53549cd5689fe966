import { blocksToText, type Block, type Span } from "../blocks/index.ts";
import { shorten } from "../text/index.ts";
import type { Part } from "./diff.ts";

/** Fields whose words stand in the block's text already. */
const worded = new Set([
  "items",
  "header",
  "rows",
  "blocks",
  "caption",
  "title",
  "attribution",
  "fallbackText",
  "date",
]);

/** A block as a part to compare: its words, its marks, whatever else it holds, and (as details) all that is inside. */
export function describeBlock(block: Block): Part {
  const { id, type, ...rest } = block;
  const text = block.type === "relatedBox" ? block.title : blocksToText([block]);
  const own = Object.entries(rest).filter(([name]) => name !== "text" && name !== "spans");
  const others = own.filter(([name]) => !worded.has(name)).map(([name, value]) => [name, plain(value)] as const);
  const inner = own.filter(([name]) => worded.has(name));
  return {
    key: id,
    label: shorten(text, 60) || type,
    fields: {
      type,
      text: text || null,
      marks: "spans" in block ? marksOf(block.text, block.spans) : null,
      ...Object.fromEntries(others),
      details: inner.length > 0 ? JSON.stringify(Object.fromEntries(inner)) : null,
    },
  };
}

const plain = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function marksOf(text: string, spans: readonly Span[]): string | null {
  const told = spans.map((span) => {
    const words = `“${text.slice(span.start, span.end)}”`;
    return span.kind === "link" ? `link ${words} ${span.href}` : `${span.kind} ${words}`;
  });
  return told.length > 0 ? told.join(", ") : null;
}
