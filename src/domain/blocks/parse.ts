import { z } from "zod";
import type { Fault } from "../../kernel/errors/index.ts";
import { faultsOf, sayIssue } from "./faults.ts";
import { blockSchema } from "./schema.ts";
import { withInner, type Block } from "./types.ts";

const mostBlocks = 2_000;
const mostBytes = 1_000_000;
const mostFaults = 100;

/** Blocks that keep every rule, or what is wrong with them. */
export type ParsedBlocks =
  { readonly ok: true; readonly blocks: readonly Block[] } | { readonly ok: false; readonly faults: readonly Fault[] };

const documentSchema = z.array(blockSchema);

function bytesOf(value: unknown): number | null {
  try {
    return new TextEncoder().encode(JSON.stringify(value)).length;
  } catch (error) {
    // A circle, a bigint or endless depth: nothing JSON could have brought.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

function sizeFault(value: unknown): string | null {
  const bytes = bytesOf(value);
  if (bytes === null) return "Must be plain JSON data.";
  if (bytes > mostBytes) return "Must not exceed 1 MB.";
  return Array.isArray(value) && value.length > mostBlocks ? "Must not exceed 2,000 blocks." : null;
}

function idFaults(blocks: readonly Block[]): readonly Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  const check = (id: string, path: Fault["path"]): void => {
    if (seen.has(id)) faults.push({ path, message: `Must be unique in the document; "${id}" is taken.` });
    seen.add(id);
  };
  blocks.forEach((block, index) => {
    check(block.id, [index, "id"]);
    if (block.type === "factBox")
      for (const [inner, { id }] of block.blocks.entries()) check(id, [index, "blocks", inner, "id"]);
  });
  return faults;
}

function documentFaults(blocks: readonly Block[]): readonly Fault[] {
  const all = blocks.reduce((sum, block) => sum + withInner(block).length, 0);
  const tooMany: Fault[] = all > mostBlocks ? [{ path: [], message: "Must not exceed 2,000 blocks." }] : [];
  return [...tooMany, ...idFaults(blocks)];
}

/**
 * Checks a body from outside: known block types and fields only, sound spans, clean text (NFC, no control character
 * but line feed), http(s) links, ids unique in the document, at most 2,000 blocks (inner ones counted), 20,000 UTF-16
 * units a text and 1 MB of JSON. Fault paths start at the array: `[2, "spans", 0, "href"]`; at most 100 are told.
 * Left-out `spans` become an empty list; nothing else is changed.
 */
export function parseBlocks(value: unknown): ParsedBlocks {
  const tooLarge = sizeFault(value);
  if (tooLarge !== null) return { ok: false, faults: [{ path: [], message: tooLarge }] };
  const parsed = documentSchema.safeParse(value, { error: sayIssue });
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.flatMap(faultsOf).slice(0, mostFaults) };
  const blocks: readonly Block[] = parsed.data;
  const faults = documentFaults(blocks).slice(0, mostFaults);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, blocks };
}
