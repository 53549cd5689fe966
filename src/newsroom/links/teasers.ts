import { z } from "zod";
import type { Db } from "../../database/db.ts";
import { editInput, isArticle, mergeInput, type ArticleRow } from "../articles/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { DatelineError, notFound } from "../../kernel/errors/index.ts";
import { editLinks, linkByKey } from "./edit-links.ts";
import { bearersOf, unresolvedRows, type TeaserCandidate } from "./links.store.ts";

/** A teaser whose target is not known yet, with the articles that bear its headline by now. */
export interface UnresolvedTeaser {
  readonly article: { readonly id: string; readonly slug: string; readonly headline: string; readonly version: number };
  readonly key: string;
  readonly position: number;
  readonly heading: string | null;
  readonly headline: string;
  readonly summary: string | null;
  readonly candidates: readonly TeaserCandidate[];
}

const listInput = z.strictObject({
  /** Only those of this article. */
  articleId: z.uuid().optional(),
  first: z.int().min(1).max(500).default(500),
  /** Those after the one with this key, for the next page. */
  after: z.uuid().optional(),
});

/** A page of unresolved teasers. */
interface TeaserPage {
  readonly teasers: readonly UnresolvedTeaser[];
  readonly hasMore: boolean;
}

/** Unresolved teasers on the newest revisions, newest article first, a page at a time. Throws INVALID_INPUT, FORBIDDEN. */
export const unresolvedTeasers = (desk: Desk, given: z.input<typeof listInput> = {}): Promise<TeaserPage> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const choice = checked(listInput, given);
    const rows = await unresolvedRows(desk.db, choice);
    const teasers = await withCandidates(desk.db, rows.slice(0, choice.first));
    return { teasers, hasMore: rows.length > choice.first };
  });

type TeaserRows = Awaited<ReturnType<typeof unresolvedRows>>;

async function withCandidates(db: Db, rows: TeaserRows): Promise<UnresolvedTeaser[]> {
  const known = await bearersOf(
    db,
    rows.flatMap(({ headline }) => headline ?? []),
  );
  return rows.map(({ revision, headline, key, position, heading, summary }) => ({
    article: { ...revision.article, headline: revision.headline },
    ...{ key, position, heading, summary, headline: headline ?? "" },
    candidates: (known.get(headline ?? "") ?? []).filter(({ id }) => id !== revision.article.id),
  }));
}

const resolveInput = z.strictObject({ ...editInput, ...mergeInput, key: z.uuid(), targetArticleId: z.uuid() });

/** A teaser, by its key, and the article it means. */
export type ResolveTeaser = z.input<typeof resolveInput>;

/**
 * Gives a teaser its target, in a new revision; its own headline and summary stay.
 * Throws NOT_FOUND, LINK_TARGET_UNCLEAR (it has a target), LINK_TO_SELF, LINK_DOUBLED, ARTICLE_STALE, FORBIDDEN.
 */
export async function resolveTeaser(caller: Desk, given: ResolveTeaser): Promise<ArticleRow> {
  const { key, targetArticleId, ...edit } = checked(resolveInput, given);
  return editLinks(caller, edit, "article:resolve-teaser", async (desk, links) => {
    const teaser = linkByKey(links, key);
    if (teaser.targetArticleId !== null || teaser.externalAddressId !== null) {
      throw new DatelineError("LINK_TARGET_UNCLEAR", {
        says: "That link has a target already.",
        fix: "Remove it and add another.",
      });
    }
    if (!(await isArticle(desk.db, targetArticleId))) throw notFound("article", targetArticleId);
    return links.map((one) => (one === teaser ? { ...one, targetArticleId } : one));
  });
}
