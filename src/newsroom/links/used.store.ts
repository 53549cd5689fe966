import type { Db } from "../../database/db.ts";
import type { ArticleState } from "../../database/generated/enums.ts";

/** An article that uses another, or a medium, on its newest, live or next revision. */
export interface Use {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly state: ArticleState;
  /** How: LINK (a related link), BODY (named in the text), BACK (a link back it asked for), or the role of a placement. */
  readonly how: readonly string[];
  readonly onHead: boolean;
  readonly onLive: boolean;
  readonly onNext: boolean;
  /** Whether it asks to be linked back. */
  readonly reciprocal: boolean;
  /** Whether readers see it there now. */
  readonly seen: boolean;
}

const listed = 500;

// What readers may see has its names worked out; of drafts and what was taken down, the bodies are looked into.

/** The articles that link to one, name it in their text or link back to it, newest first. */
export const articleUses = (db: Db, id: string, at: Date): Promise<Use[]> =>
  db.$queryRaw<Use[]>`
    WITH used AS (
      SELECT l.article_id, l.revision_id, 'LINK' AS how, l.reciprocal FROM related_link l WHERE l.target_article_id = ${id}::uuid
      UNION ALL
      SELECT c.article_id, c.revision_id, 'BODY', false FROM live_card c
        WHERE c.article_ids @> ARRAY[${id}::uuid] AND c.article_ids <> '{}'
      UNION ALL
      SELECT a.id, r.id, 'BODY', false FROM article a
        JOIN revision r ON r.article_id = a.id AND r.id IN (a.head_revision_id, a.live_revision_id)
        WHERE NOT EXISTS (SELECT FROM live_card c WHERE c.revision_id = r.id) AND strpos(lower(r.blocks::text), ${id}) > 0
          AND ${id}::uuid = ANY ((named_in(r.blocks)).article_ids)
      UNION ALL
      SELECT c.article_id, c.revision_id, 'BACK', false FROM related_link l
        JOIN live_card mine ON mine.revision_id = l.revision_id AND mine.visible_from <= ${at} AND mine.visible_until > ${at}
        JOIN live_card c ON c.article_id = l.target_article_id AND c.visible_from <= ${at} AND c.visible_until > ${at}
        WHERE l.article_id = ${id}::uuid AND l.reciprocal AND NOT EXISTS (SELECT FROM hidden_link_back h
          WHERE h.article_id = c.article_id AND h.from_id = l.article_id)
    )
    SELECT a.id, a.slug, a.state, h.headline, array_agg(DISTINCT u.how ORDER BY u.how DESC) AS how,
      bool_or(u.revision_id = a.head_revision_id) AS "onHead",
      coalesce(bool_or(u.revision_id = a.live_revision_id), false) AS "onLive",
      coalesce(bool_or(u.revision_id = a.next_revision_id), false) AS "onNext",
      bool_or(u.reciprocal) AS reciprocal,
      bool_or(EXISTS (SELECT FROM live_card c WHERE c.revision_id = u.revision_id
        AND c.visible_from <= ${at} AND c.visible_until > ${at})) AS seen
    FROM used u JOIN article a ON a.id = u.article_id
      AND u.revision_id IN (a.head_revision_id, a.live_revision_id, a.next_revision_id)
    JOIN revision h ON h.id = a.head_revision_id
    WHERE a.id <> ${id}::uuid
    GROUP BY a.id, h.headline ORDER BY a.id DESC LIMIT ${listed}`;

/** The articles that show a medium, newest first. */
export const mediaUses = (db: Db, id: string, at: Date): Promise<Use[]> =>
  db.$queryRaw<Use[]>`
    WITH used AS (
      SELECT r.article_id, p.revision_id, p.role::text AS how FROM media_placement p
        JOIN revision r ON r.id = p.revision_id WHERE p.media_id = ${id}::uuid
      UNION ALL
      SELECT c.article_id, c.revision_id, 'BODY' FROM live_card c
        WHERE c.media_ids @> ARRAY[${id}::uuid] AND c.media_ids <> '{}'
      UNION ALL
      SELECT a.id, r.id, 'BODY' FROM article a
        JOIN revision r ON r.article_id = a.id AND r.id IN (a.head_revision_id, a.live_revision_id)
        WHERE NOT EXISTS (SELECT FROM live_card c WHERE c.revision_id = r.id) AND strpos(lower(r.blocks::text), ${id}) > 0
          AND ${id}::uuid = ANY ((named_in(r.blocks)).media_ids)
    )
    SELECT a.id, a.slug, a.state, h.headline, array_agg(DISTINCT u.how ORDER BY u.how DESC) AS how,
      bool_or(u.revision_id = a.head_revision_id) AS "onHead",
      coalesce(bool_or(u.revision_id = a.live_revision_id), false) AS "onLive",
      coalesce(bool_or(u.revision_id = a.next_revision_id), false) AS "onNext",
      false AS reciprocal,
      bool_or(EXISTS (SELECT FROM live_card c WHERE c.revision_id = u.revision_id
        AND c.visible_from <= ${at} AND c.visible_until > ${at})) AS seen
    FROM used u JOIN article a ON a.id = u.article_id
      AND u.revision_id IN (a.head_revision_id, a.live_revision_id, a.next_revision_id)
    JOIN revision h ON h.id = a.head_revision_id
    GROUP BY a.id, h.headline ORDER BY a.id DESC LIMIT ${listed}`;

/** The redirects that lead to an article. */
export const redirectUses = (db: Db, toArticleId: string) =>
  db.redirect.findMany({
    where: { toArticleId },
    select: { id: true, fromPath: true, isPrefix: true },
    orderBy: { fromPath: "asc" },
    take: listed,
  });

/** The rails that pin an article. */
export const railUses = (db: Db, articleId: string) =>
  db.railPin.findMany({
    where: { articleId },
    select: {
      ...{ position: true, pinnedFrom: true, pinnedUntil: true },
      rail: { select: { id: true, key: true, titleTemplate: true } },
    },
    orderBy: { rail: { position: "asc" } },
  });
