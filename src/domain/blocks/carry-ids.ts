import { diffArrays } from "diff";
import { blocksToText } from "./text.ts";
import type { Block } from "./types.ts";

/**
 * A body that was typed anew as plain text, recognised in the one it takes the place of: a block with the same words
 * stays as it was, marks and all; one rewritten in place keeps its id; every other one gets an id from `fresh`.
 */
export function carryIds(before: readonly Block[], typed: readonly Block[], fresh: () => string): readonly Block[] {
  const [old, now] = [before.map(signature), typed.map(signature)];
  const carried: Block[] = [];
  const gone: Block[] = [];
  let [at, next] = [0, 0];
  for (const { added, removed, count } of diffArrays(old, now)) {
    if (removed) gone.push(...before.slice(at, at + count));
    else if (added) carried.push(...typed.slice(next, next + count).map((block) => renamed(block, gone, fresh)));
    else carried.push(...before.slice(at, at + count));
    if (!removed && !added) gone.length = 0;
    if (!added) at += count;
    if (!removed) next += count;
  }
  return carried;
}

const signature = (block: Block): string => `${block.type} ${blocksToText([block])}`;

// The next one of its kind that went at this place is the one that was rewritten.
function renamed(block: Block, gone: Block[], fresh: () => string): Block {
  const index = gone.findIndex(({ type }) => type === block.type);
  const [rewritten] = index < 0 ? [] : gone.splice(0, index + 1).slice(-1);
  return { ...block, id: rewritten?.id ?? fresh() };
}
