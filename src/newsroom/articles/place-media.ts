import { z } from "zod";
import { notFound } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { editInput, mergeInput, placementInput } from "./articles.input.ts";
import { isMedium, type ArticleRow } from "./articles.store.ts";
import { editText, type TextSeen } from "./edit-text.ts";
import type { DraftPlacement } from "./revision-draft.ts";
import { draftPlacement } from "./words.ts";

const placeInput = z.strictObject({
  ...editInput,
  ...mergeInput,
  ...placementInput.shape,
  /** From 0 among those of its role; at the end when left out. */
  position: z.int().min(0).optional(),
});
const removeInput = z.strictObject({
  ...editInput,
  ...mergeInput,
  mediaId: z.uuid(),
  role: placementInput.shape.role.optional(),
});

/** Which medium to show, where and with which words of its own. */
export type PlaceMedia = z.input<typeof placeInput>;
/** Which medium to take off the page; every place of it when no role is given. */
export type RemoveMedia = z.input<typeof removeInput>;

/** Shows a medium on the newest revision; a new lead takes the place of the old one. Throws NOT_FOUND, ARTICLE_STALE, … */
export async function placeMedia(caller: Desk, given: PlaceMedia): Promise<ArticleRow> {
  const input = checked(placeInput, given);
  return rearranged(caller, input, "article:place-media", (placements) => withPlaced(placements, input));
}

/** Takes a medium off the newest revision. Throws NOT_FOUND when it is not on it, ARTICLE_STALE, … */
export async function removeMedia(caller: Desk, given: RemoveMedia): Promise<ArticleRow> {
  const input = checked(removeInput, given);
  const leaves = (row: DraftPlacement) => row.mediaId === input.mediaId && (input.role ?? row.role) === row.role;
  return rearranged(caller, input, "article:remove-media", (placements) => {
    if (!placements.some(leaves)) throw notFound("medium on this article", input.mediaId);
    return placements.filter((row) => !leaves(row));
  });
}

function withPlaced(
  placements: readonly DraftPlacement[],
  input: z.output<typeof placeInput>,
): readonly DraftPlacement[] {
  const { role, position } = input;
  const others = placements.filter((row) => row.role !== role);
  const same = role === "LEAD" ? [] : placements.filter((row) => row.role === role);
  return [...others, ...same.toSpliced(position ?? same.length, 0, draftPlacement(input))];
}

type Arrange = (placements: readonly DraftPlacement[]) => readonly DraftPlacement[];

const rearranged = (
  caller: Desk,
  input: TextSeen & { readonly mediaId: string },
  action: string,
  arrange: Arrange,
): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:revise");
    const { mediaId } = input;
    const { before, after } = await editText(desk, input, async ({ placements }) => {
      if (!(await isMedium(desk.db, mediaId))) throw notFound("medium", mediaId);
      return { placements: arrange(placements) };
    });
    const faces = { before: face(before), after: face(after) };
    await recordAudit(desk, { action, entityType: "article", entityId: after.id, ...faces });
    return after;
  });

const face = ({ headRevision: { number, placements } }: ArticleRow) => ({
  revision: number,
  media: placements.map(({ mediaId, role }) => ({ mediaId, role })),
});
