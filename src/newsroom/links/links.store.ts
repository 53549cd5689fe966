import type { Db } from "../../database/db.ts";
import type { Prisma } from "../../database/generated/client.ts";

/** An article a teaser may mean. */
export interface TeaserCandidate {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
}

/** Which links without a target, and how many. */
interface UnresolvedChoice {
  readonly articleId?: string | undefined;
  readonly first: number;
  /** Those after the link with this key. */
  readonly after?: string | undefined;
}

const worked = { headOf: { some: { state: { notIn: ["KILLED", "SPIKED"] } } } } satisfies Prisma.RevisionWhereInput;

/**
 * Links without a target on the newest revisions that anybody still works on, newest article first, with one more
 * than asked for when there is more. Those after a key go on where its link stands, or last stood.
 */
export async function unresolvedRows(db: Db, { articleId, first, after }: UnresolvedChoice) {
  const last = after === undefined ? null : await placeOf(db, after);
  if (after !== undefined && last === null) return [];
  return db.relatedLink.findMany({
    where: {
      ...(last === null
        ? {}
        : { OR: [{ articleId: { lt: last.articleId } }, { ...last, position: { gt: last.position } }] }),
      targetArticleId: null,
      externalAddressId: null,
      revision: worked,
      ...(articleId === undefined ? {} : { articleId }),
    },
    include: { revision: { select: { headline: true, article: { select: { id: true, slug: true, version: true } } } } },
    orderBy: [{ articleId: "desc" }, { position: "asc" }],
    take: first + 1,
  });
}

const placeOf = (db: Db, key: string) =>
  db.relatedLink.findFirst({
    where: { key },
    select: { articleId: true, position: true },
    orderBy: { revision: { number: "desc" } },
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
