import type { Db } from "../../database/db.ts";

/** An article a teaser may mean. */
export interface TeaserCandidate {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
}

const listed = 500;

/** Links without a target on the newest revisions that anybody still works on, newest article first. */
export const unresolvedRows = (db: Db, articleId: string | undefined) =>
  db.relatedLink.findMany({
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
