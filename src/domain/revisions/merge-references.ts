import { linkKeysOf, type Block } from "../blocks/index.ts";
import type { LinkPart } from "./content.ts";
import type { listsOf } from "./items.ts";

type Side = ReturnType<typeof listsOf>;

/** Where merged parts that are sound by themselves do not fit together: doubles, and boxes whose link is gone. */
export function crossClashes(
  blocks: readonly Block[],
  links: readonly LinkPart[],
  { theirs, yours }: { readonly theirs: Side; readonly yours: Side },
) {
  const doubled = doublesOf(links, targetOf).map(({ key }) => ({ part: "relatedLinks" as const, key }));
  const twice = doublesOf(blocks.flatMap(idsOf), ({ id }) => id).map(({ top }) => ({
    part: "blocks" as const,
    key: top,
  }));
  const known = new Set([...theirs.relatedLinks, ...yours.relatedLinks].map(({ key }) => key));
  const standing = new Set(links.map(({ key }) => key));
  const orphans = linkKeysOf(blocks)
    .filter((key) => known.has(key) && !standing.has(key))
    .map((key) => ({ part: "relatedLinks" as const, key }));
  return [...doubled, ...twice, ...orphans];
}

const targetOf = ({ targetArticleId, externalAddressId, headline }: LinkPart): string =>
  targetArticleId ?? externalAddressId ?? `teaser ${headline ?? ""}`;

const idsOf = (block: Block): readonly { readonly id: string; readonly top: string }[] =>
  [block, ...(block.type === "factBox" ? block.blocks : [])].map(({ id }) => ({ id, top: block.id }));

function doublesOf<Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string): readonly Thing[] {
  const seen = new Set<string>();
  return things.filter((thing) => {
    const name = nameOf(thing);
    const again = seen.has(name);
    seen.add(name);
    return again;
  });
}
