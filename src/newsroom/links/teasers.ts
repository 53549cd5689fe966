import { z } from "zod";
import type { Db } from "../../database/db.ts";
import { editInput, type ArticleRow } from "../articles/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { DatelineError, notFound } from "../../kernel/errors/index.ts";
import { editLinks, linkByKey } from "./edit-links.ts";

/** An article a teaser may mean. */
export interface TeaserCandidate {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
}

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

const listed = 500;

/** Unresolved teasers on the newest revisions, newest article first; of one article when its id is given. */
export async function unresolvedTeasers(
  desk: Desk,
  { articleId }: { readonly articleId?: string } = {},
): Promise<UnresolvedTeaser[]> {
  must(desk.actor, "article:read-drafts");
  const rows = await desk.db.relatedLink.findMany({
    where: {
      targetArticleId: null,
      externalAddressId: null,
      revision: { headOf: { some: { state: { notIn: ["KILLED", "SPIKED"] } } } },
      ...(articleId === undefined ? {} : { articleId }),
    },
    include: { revision: { select: { headline: true, article: { select: { id: true, slug: true, version: true } } } } },
    orderBy: [{ articleId: "desc" }, { position: "asc" }],
    take: listed,
  });
  const known = await bearersOf(
    desk.db,
    rows.flatMap(({ headline }) => headline ?? []),
  );
  return rows.map(({ revision, headline, key, position, heading, summary }) => ({
    article: { ...revision.article, headline: revision.headline },
    ...{ key, position, heading, summary, headline: headline ?? "" },
    candidates: (known.get(headline ?? "") ?? []).filter(({ id }) => id !== revision.article.id),
  }));
}

/** The articles that bear each of these headlines (case and width of space aside), on their newest or live revision. */
export async function bearersOf(db: Db, headlines: readonly string[]): Promise<Map<string, TeaserCandidate[]>> {
  const found = await db.$queryRaw<(TeaserCandidate & { wanted: string })[]>`
    SELECT DISTINCT ON (w.wanted, a.id) w.wanted, a.id, a.slug, r.headline
    FROM unnest(${[...new Set(headlines)]}::text[]) AS w (wanted)
    JOIN revision r ON fold_headline(r.headline) = fold_headline(w.wanted)
    JOIN article a ON a.id = r.article_id AND r.id IN (a.head_revision_id, a.live_revision_id)
    WHERE a.state NOT IN ('KILLED', 'SPIKED')
    ORDER BY w.wanted, a.id, r.number DESC`;
  const bearers = new Map<string, TeaserCandidate[]>();
  for (const { wanted, ...candidate } of found) bearers.set(wanted, [...(bearers.get(wanted) ?? []), candidate]);
  return bearers;
}

const resolveInput = z.strictObject({ ...editInput, key: z.uuid(), targetArticleId: z.uuid() });

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
    if ((await desk.db.article.count({ where: { id: targetArticleId } })) === 0)
      throw notFound("article", targetArticleId);
    return links.map((one) => (one === teaser ? { ...one, targetArticleId } : one));
  });
}
