import { z } from "zod";
import { expectNone, notFound, type Fault } from "../../kernel/errors/index.ts";
import {
  draftLink,
  editInput,
  isArticle,
  linkInput,
  mergeInput,
  type ArticleRow,
  type DraftLink,
} from "../articles/index.ts";
import type { Desk, OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { editLinks, linkByKey } from "./edit-links.ts";

const addInput = z.strictObject({
  ...editInput,
  ...mergeInput,
  ...linkInput.shape,
  /** From 0; at the end when left out. */
  position: z.int().min(0).optional(),
});
const linkToInput = z.strictObject({ ...editInput, targets: z.array(z.uuid()).min(1).max(20) });
const moveInput = z.strictObject({ ...editInput, ...mergeInput, key: z.uuid(), position: z.int().min(0) });
const removeInput = z.strictObject({ ...editInput, ...mergeInput, key: z.uuid() });

/** A link to add: to an article, to an address outside (which needs a headline), or a teaser without a target. */
export type AddLink = z.input<typeof addInput>;
/** Articles to link to, in this order, with their own words. */
export type LinkTo = z.input<typeof linkToInput>;
/** A link, by its key, and where it is to stand, from 0. */
export type MoveLink = z.input<typeof moveInput>;
/** A link, by its key. */
export type RemoveLink = z.input<typeof removeInput>;

/**
 * Adds a related link to the newest revision. Throws LINK_TO_SELF, LINK_DOUBLED, NOT_FOUND, INVALID_INPUT,
 * ARTICLE_STALE, FORBIDDEN, SECTION_OUT_OF_SCOPE. A reciprocal link also takes the right to work on the other article.
 */
export async function addLink(caller: Desk, given: AddLink): Promise<ArticleRow> {
  const { id, expectedVersion, merge, position, ...link } = checked(addInput, given);
  expectNone(faultsOf(link));
  return editLinks(caller, { id, expectedVersion, merge }, "article:add-link", async (desk, links) => {
    if (link.target && "articleId" in link.target) await expectArticle(desk, link.target.articleId);
    return links.toSpliced(position ?? links.length, 0, await draftLink(desk, link));
  });
}

/**
 * Adds plain links to several articles at once, at the end, in one new revision: suggestions taken up.
 * Throws LINK_TO_SELF, LINK_DOUBLED, NOT_FOUND, INVALID_INPUT, ARTICLE_STALE, FORBIDDEN.
 */
export async function linkTo(caller: Desk, given: LinkTo): Promise<ArticleRow> {
  const { targets, ...edit } = checked(linkToInput, given);
  return editLinks(caller, edit, "article:add-link", async (desk, links) => {
    const added: DraftLink[] = [];
    for (const articleId of targets) {
      await expectArticle(desk, articleId);
      added.push(await draftLink(desk, linkInput.parse({ target: { articleId } })));
    }
    return [...links, ...added];
  });
}

function faultsOf({ target, headline, reciprocal }: z.output<typeof linkInput>): readonly Fault[] {
  const inside = target && "articleId" in target;
  return [
    ...(!inside && !headline
      ? [{ path: ["headline"], message: "is needed where the target is no article of ours" }]
      : []),
    ...(reciprocal && !inside ? [{ path: ["reciprocal"], message: "only an article can link back" }] : []),
  ];
}

async function expectArticle(desk: OpenDesk, id: string): Promise<void> {
  if (!(await isArticle(desk.db, id))) throw notFound("article", id);
}

/** Moves a related link to another place in the order. Throws NOT_FOUND, ARTICLE_STALE, … */
export async function moveLink(caller: Desk, given: MoveLink): Promise<ArticleRow> {
  const { key, position, ...edit } = checked(moveInput, given);
  return editLinks(caller, edit, "article:move-link", async (_desk, links) => {
    const link = linkByKey(links, key);
    return links.filter((one) => one !== link).toSpliced(position, 0, link);
  });
}

/** Takes a related link off the newest revision. Throws NOT_FOUND, ARTICLE_STALE, … */
export async function removeLink(caller: Desk, given: RemoveLink): Promise<ArticleRow> {
  const { key, ...edit } = checked(removeInput, given);
  return editLinks(caller, edit, "article:remove-link", async (_desk, links) => {
    const link = linkByKey(links, key);
    return links.filter((one) => one !== link);
  });
}
