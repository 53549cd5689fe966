import { z } from "zod";
import { must } from "../access/index.ts";
import {
  articleToEdit,
  draftLink,
  editInput,
  expectNotFinal,
  linkInput,
  mergeInput,
  touched,
  type ArticleRow,
} from "../articles/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { editLinks } from "./edit-links.ts";
import { askingBack } from "./link-backs.ts";
import { writeHidden } from "./link-backs.store.ts";

const hideInput = z.strictObject({ ...editInput, from: z.uuid() });
const adoptInput = z.strictObject({
  ...hideInput.shape,
  ...mergeInput,
  /** From 0; at the end of the article's own when left out. */
  position: z.int().min(0).optional(),
});

/** An article, and one that asks it to link back. */
type HideLinkBack = z.input<typeof hideInput>;
/** An article, one that asks it to link back, and where that is to stand among its own links. */
type AdoptLinkBack = z.input<typeof adoptInput>;

/**
 * Hides a link back from readers of this article at once, and for as long as it is not shown again: whatever becomes of
 * the other article's link. Hiding what is hidden changes nothing.
 * Throws NOT_FOUND, ARTICLE_STALE, WRONG_STATE, SECTION_OUT_OF_SCOPE, FORBIDDEN.
 */
export const hideLinkBack = (caller: Desk, given: HideLinkBack): Promise<ArticleRow> => turn(caller, given, true);

/** Shows a hidden link back again, while the other article asks for it. Throws the same; showing what is not hidden changes nothing. */
export const unhideLinkBack = (caller: Desk, given: HideLinkBack): Promise<ArticleRow> => turn(caller, given, false);

const turn = (caller: Desk, given: HideLinkBack, hidden: boolean): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:place");
    const { from, ...seen } = checked(hideInput, given);
    const before = await articleToEdit(desk, seen);
    expectNotFinal(before, desk.now());
    if (hidden) await askingBack(desk, before.id, from);
    if (!(await writeHidden(desk.db, before.id, from, hidden))) return before;
    const after = await touched(desk, before);
    await recordAudit(desk, {
      action: hidden ? "article:hide-link-back" : "article:unhide-link-back",
      ...{ entityType: "article", entityId: after.id },
      ...{ before: { from, hidden: !hidden }, after: { from, hidden } },
    });
    return after;
  });

/**
 * Makes a link back one of the article's own links, in a new revision: it stays where it is put, whatever becomes of
 * the other article's link. Throws NOT_FOUND, LINK_DOUBLED, ARTICLE_STALE, WRONG_STATE, SECTION_OUT_OF_SCOPE, FORBIDDEN.
 */
export async function adoptLinkBack(caller: Desk, given: AdoptLinkBack): Promise<ArticleRow> {
  const { from, position, ...edit } = checked(adoptInput, given);
  return editLinks(caller, edit, "article:adopt-link-back", async (desk, links, { id }) => {
    const { kind } = await askingBack(desk, id, from);
    const link = await draftLink(desk, linkInput.parse({ target: { articleId: from }, kind }));
    return links.toSpliced(position ?? links.length, 0, link);
  });
}
