import type { Block, ImageBlock } from "../../domain/blocks/index.ts";
import type { MediumFacts, PictureUse } from "../../domain/preflight/index.ts";
import type { mediaNamed } from "./preflight.store.ts";
import type { RevisionRow } from "./revisions.store.ts";

type Placement = RevisionRow["placements"][number];
type Medium = Awaited<ReturnType<typeof mediaNamed>>[number];

/** Every showing of a medium: the placements of the revision, then what its blocks show of the library. */
export function pictureUses(revision: RevisionRow, media: readonly Medium[]): readonly PictureUse[] {
  const blocks = revision.blocks as unknown as readonly Block[];
  const { placements } = revision;
  return [
    ...placements.map((placement, at) => placed(placement, at, blocks)),
    ...blocks.flatMap((block, at) => shownBy(block, at, { placements, media })),
  ];
}

function placed(placement: Placement, at: number, blocks: readonly Block[]): PictureUse {
  const { media, altOverride } = placement;
  const said = blocks.find((block): block is ImageBlock => block.type === "image" && isOf(block, placement))?.alt;
  return { place: ["media", at], role: placement.role, alt: said ?? altOverride ?? media.alt, medium: factsOf(media) };
}

/** Whether a block shows what an inline placement holds for it. */
const isOf = ({ placement: number, mediaId }: ImageBlock, { role, position, mediaId: held }: Placement): boolean =>
  role === "INLINE" && (number === undefined ? mediaId === held : number === position);

interface Library {
  readonly placements: readonly Placement[];
  readonly media: readonly Medium[];
}

// What an inline or gallery placement holds was told with the placements.
function shownBy(block: Block, at: number, { placements, media }: Library): readonly PictureUse[] {
  const use = (id: string | undefined, said?: string): PictureUse => {
    const medium = media.find((one) => one.id === id);
    const role = block.type === "gallery" ? "GALLERY" : "INLINE";
    return { place: ["blocks", at], role, alt: said ?? medium?.alt ?? null, medium: medium ? factsOf(medium) : null };
  };
  const held = (id: string): boolean => placements.some(({ role, mediaId }) => role !== "LEAD" && mediaId === id);
  if (block.type === "gallery") return block.mediaIds.filter((id) => !held(id)).map((id) => use(id));
  if (block.type !== "image" || placements.some((placement) => isOf(block, placement))) return [];
  return [use(block.mediaId, block.alt)];
}

const factsOf = ({ sha256, ...medium }: Medium): MediumFacts => ({ ...medium, hasFile: sha256 !== null });
