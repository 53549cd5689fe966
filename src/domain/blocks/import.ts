import { cleanText } from "../text/index.ts";
import type { ParagraphBlock, UnknownBlock } from "./types.ts";

/**
 * Paragraph blocks for imported paragraphs, with ids p1, p2 … by place, so that the same text gives the same blocks.
 * Texts are cleaned (see `cleanText`), never corrected; blank paragraphs are left out.
 */
export function paragraphsToBlocks(paragraphs: readonly string[]): readonly ParagraphBlock[] {
  const texts = paragraphs.map(cleanText).filter((text) => text.trim() !== "");
  return texts.map((text, index) => ({ id: `p${String(index + 1)}`, type: "paragraph", text, spans: [] }));
}

const nameKeys = ["type", "_type", "typeName", "kind", "name", "role"];
const textKeys = ["fallbackText", "text", "content", "caption", "title", "headline", "description"];
const longestFallback = 20_000;

function firstText(value: unknown, keys: readonly string[]): string {
  if (typeof value !== "object" || value === null) return "";
  const fields = new Map<string, unknown>(Object.entries(value));
  const texts = keys.map((key) => fields.get(key)).filter((text) => typeof text === "string");
  return texts.find((text) => text.trim() !== "" && !/<[a-z/!]/i.test(text)) ?? "";
}

/** What an importer knows about a foreign block. */
export interface ForeignBlock {
  readonly id: string;
  /** The block as JSON text, where the importer has it: kept byte for byte instead of being written anew. */
  readonly json?: string;
  readonly typeName?: string;
  readonly fallbackText?: string;
}

/**
 * Keeps a foreign block (JSON data) whole as an `unknown` block. Without further knowledge its type name and fallback
 * text are read from the fields where other systems keep them; text with markup is no fallback.
 */
export function asUnknown(value: unknown, { id, json, typeName, fallbackText }: ForeignBlock): UnknownBlock {
  const name = cleanText(typeName ?? firstText(value, nameKeys))
    .replace(/\s+/gu, " ")
    .trim();
  const fallback = cleanText(fallbackText ?? firstText(value, textKeys));
  return {
    id,
    type: "unknown",
    typeName: Array.from(name).slice(0, 100).join("") || "unknown",
    original: json ?? JSON.stringify(value ?? null),
    fallbackText: fallback.length > longestFallback ? "" : fallback,
  };
}
