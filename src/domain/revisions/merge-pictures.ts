import type { Block } from "../blocks/index.ts";
import type { PlacementPart } from "./content.ts";
import { same, type Item, type listsOf } from "./items.ts";

type Side = ReturnType<typeof listsOf>;
interface Sides {
  readonly base: Side;
  readonly theirs: Side;
  readonly yours: Side;
}

type Media = readonly Item<PlacementPart>[];

/**
 * Blocks that show an inline picture by its position, pointed at the same picture where the merge has put it. `lost`
 * names those whose picture the other side took away, or that mean different pictures on both sides.
 */
export function placedAgain(blocks: readonly Block[], merged: Media, sides: Sides) {
  const lost: string[] = [];
  const inline = keysIn(merged);
  const again = blocks.map((block): Block => {
    if (block.type !== "image" || block.placement === undefined) return block;
    const meant = meaningsOf(block.id, block.placement, sides);
    // It pointed nowhere before: that is for the checks before publication, not for a merge.
    if (meant.length === 1 && meant[0] === undefined) return block;
    const [key, ...others] = meant;
    const placement = key === undefined ? -1 : inline.indexOf(key);
    if (placement < 0 || others.length > 0) lost.push(block.id);
    return { ...block, placement };
  });
  return { blocks: again, lost };
}

const keysIn = (media: Media): readonly string[] =>
  media.filter(({ value }) => value.role === "INLINE").map(({ key }) => key);

const blockOf = ({ blocks }: Side, id: string): unknown => blocks.find(({ key }) => key === id)?.value;

/** The pictures a block means on the sides that wrote it, or that changed the pictures it counts; each once. */
function meaningsOf(id: string, placement: number, { base, theirs, yours }: Sides): readonly (string | undefined)[] {
  const wrote = [theirs, yours].filter((side) => {
    const block = blockOf(side, id);
    return block !== undefined && !same(block, blockOf(base, id));
  });
  const counted = [theirs, yours].filter((side) => !same(keysIn(side.media), keysIn(base.media)));
  const [deciding] = [wrote, counted, [theirs]].filter((some) => some.length > 0);
  return [...new Set((deciding ?? []).map((side) => keysIn(side.media)[placement]))];
}
