import { notFound, DatelineError } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import {
  editText,
  lockedArticle,
  mustBeBlocks,
  type ArticleRow,
  type DraftLink,
  type RevisionDraft,
  type TextSeen,
} from "../articles/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { recordAudit } from "../records/index.ts";

/** Which article's links to change, the version they were seen at, and whether the change may be merged. */
export type LinkEdit = TextSeen;

/** What of a revision can lead somewhere. */
type Linked = Pick<RevisionDraft, "links" | "blocks">;
type Relead = (desk: OpenDesk, seen: Linked, article: ArticleRow) => Promise<Linked>;
type Rearrange = (desk: OpenDesk, links: readonly DraftLink[], article: ArticleRow) => Promise<readonly DraftLink[]>;

/** Changes the list of related links in a new revision, with every rule of links checked. The one way to do it. */
export const editLinks = (caller: Desk, edit: LinkEdit, action: string, rearrange: Rearrange): Promise<ArticleRow> =>
  editLinked(caller, edit, action, async (desk, { links, blocks }, article) => ({
    links: await rearrange(desk, links, article),
    blocks,
  }));

/** The same for the list of related links and what the text leads to, in one new revision. */
export const editLinked = (caller: Desk, edit: LinkEdit, action: string, relead: Relead): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:revise");
    const article = await lockedArticle(desk, edit.id);
    const { before, after } = await editText(desk, edit, async (seen) => {
      const { links, blocks } = await relead(desk, seen, article);
      expectSound(article.id, links);
      return blocks === seen.blocks ? { links } : { links, blocks: mustBeBlocks(blocks) };
    });
    const faces = { before: face(before), after: face(after) };
    await recordAudit(desk, { action, entityType: "article", entityId: after.id, ...faces });
    return after;
  });

// Each link by its key and where it leads, in order: what is added, moved and removed shows.
const face = ({ headRevision: { number, links } }: ArticleRow) => ({
  revision: number,
  links: links.map(({ key, targetArticleId, externalAddress, headline }) => ({
    ...{ key, to: targetArticleId ?? externalAddress?.url ?? null, headline },
  })),
});

/** The link a key names. Throws NOT_FOUND. */
export function linkByKey(links: readonly DraftLink[], key: string): DraftLink {
  const link = links.find((one) => one.key === key);
  if (link === undefined) throw notFound("link on this article", key);
  return link;
}

// The database holds the same rules; here they can say which link is meant.
function expectSound(articleId: string, links: readonly DraftLink[]): void {
  const seen = new Set<string>();
  for (const { targetArticleId, externalAddressId, headline } of links) {
    if (targetArticleId === articleId) throw new DatelineError("LINK_TO_SELF");
    const target = targetArticleId ?? externalAddressId ?? `teaser ${headline ?? ""}`;
    if (seen.has(target)) throw new DatelineError("LINK_DOUBLED", { details: { target } });
    seen.add(target);
  }
}
