import type { Db } from "../../database/db.ts";
import type { ArticleState, LinkKind } from "../../database/generated/enums.ts";

/** An article whose newest, live or next revision asks another to link back. */
export interface AskingRow {
  readonly id: string;
  readonly slug: string;
  /** Its newest headline. */
  readonly headline: string;
  readonly state: ArticleState;
  readonly publishedAt: Date | null;
  /** What its link is for; of two, the one readers see. */
  readonly kind: LinkKind;
  /** Whether what readers have of it asks. */
  readonly asksReaders: boolean;
  readonly hidden: boolean;
  /** Whether the newest revision of the article it asks links to it by itself. */
  readonly own: boolean;
}

const listed = 500;

/** Those who ask an article to link back, in the order readers get them, those that readers do not have last. */
export const askingRows = (db: Db, id: string, at: Date): Promise<AskingRow[]> =>
  db.$queryRaw<AskingRow[]>`
    WITH asking AS (
      SELECT l.article_id, l.revision_id, l.kind::text AS kind, EXISTS (SELECT FROM live_card c
        WHERE c.revision_id = l.revision_id AND c.visible_from <= ${at} AND c.visible_until > ${at}) AS seen
      FROM related_link l JOIN article a ON a.id = l.article_id
        AND l.revision_id IN (a.head_revision_id, a.live_revision_id, a.next_revision_id)
      WHERE l.reciprocal AND l.target_article_id = ${id}::uuid AND a.state NOT IN ('KILLED', 'SPIKED')
    )
    SELECT a.id, a.slug, a.state, a.published_at AS "publishedAt", h.headline, bool_or(k.seen) AS "asksReaders",
      (array_agg(k.kind ORDER BY k.seen DESC, k.revision_id DESC))[1] AS kind,
      EXISTS (SELECT FROM hidden_link_back b WHERE b.article_id = ${id}::uuid AND b.from_id = a.id) AS hidden,
      EXISTS (SELECT FROM article o JOIN related_link l ON l.revision_id = o.head_revision_id
        WHERE o.id = ${id}::uuid AND l.target_article_id = a.id) AS own
    FROM asking k JOIN article a ON a.id = k.article_id JOIN revision h ON h.id = a.head_revision_id
    GROUP BY a.id, h.headline
    ORDER BY bool_or(k.seen) DESC, a.published_at DESC NULLS LAST, a.id DESC LIMIT ${listed}`;

/** Hides or shows the link back from one article to another. False when that is how it was. */
export async function writeHidden(db: Db, articleId: string, fromId: string, hidden: boolean): Promise<boolean> {
  const pair = { articleId, fromId };
  const { count } = hidden
    ? await db.hiddenLinkBack.createMany({ data: pair, skipDuplicates: true })
    : await db.hiddenLinkBack.deleteMany({ where: pair });
  return count > 0;
}
