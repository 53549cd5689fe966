import type { Db } from "../../database/db.ts";
import { Prisma } from "../../database/generated/client.ts";
import type { ArticleState } from "../../database/generated/enums.ts";

/** An article worth linking to, with what speaks for it. */
export interface SuggestionRow {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly state: ArticleState;
  readonly publishedAt: Date | null;
  /** Names of the topics both have, as this article orders them. */
  readonly topics: readonly string[];
  /** The telling words both use, the rarest first. */
  readonly words: readonly string[];
  /** From 0 to 1. */
  readonly score: number;
}

/** Which article to find company for. */
export interface SuggestionQuery {
  readonly articleId: string;
  readonly at: Date;
  /** True to look among drafts too. */
  readonly drafts: boolean;
  readonly limit: number;
}

/** The words an article says most, of these the eight that fewest others use; and the drafts that may be looked at. */
const tellingWords = ({ articleId, at, drafts }: SuggestionQuery): Prisma.Sql => Prisma.sql`
    own AS MATERIALIZED (
      SELECT r.id, r.headline, r.standfirst, search_config(r.language) AS config,
        left((SELECT string_agg(t #>> '{}', ' ') FROM jsonb_path_query(body_of(r.blocks), 'strict $.**.text') t), 6000) AS body
      FROM article a JOIN revision r ON r.id = a.head_revision_id WHERE a.id = ${articleId}::uuid
    ), taken AS MATERIALIZED (
      SELECT ${articleId}::uuid AS id
      UNION SELECT l.target_article_id FROM own JOIN related_link l ON l.revision_id = own.id WHERE l.target_article_id IS NOT NULL
    ), pool AS MATERIALIZED (
      SELECT a.id, to_tsvector(search_config(r.language), concat_ws(' ', r.headline, r.kicker, r.standfirst)) AS words, r.id AS revision_id
      FROM article a JOIN revision r ON r.id = a.head_revision_id
      WHERE ${drafts} AND (a.state IN ('DRAFT', 'IN_REVIEW', 'APPROVED') OR (a.state = 'PUBLISHED' AND a.published_at > ${at}))
      ORDER BY a.changed_at DESC LIMIT 1000
    ), said AS MATERIALIZED (
      SELECT lexeme, min(word) AS word, sum(weight) AS said
      FROM own, LATERAL (VALUES (4.0, own.headline), (2.0, own.standfirst), (1.0, own.body)) part(weight, text),
        LATERAL regexp_split_to_table(lower(part.text), '[^[:alnum:]]+') word,
        LATERAL unnest(tsvector_to_array(to_tsvector(own.config, word))) lexeme
      WHERE length(word) > 2 GROUP BY lexeme ORDER BY sum(weight) DESC, lexeme LIMIT 16
    ), counted AS MATERIALIZED (
      SELECT said.*, array_to_tsvector(ARRAY[lexeme])::text::tsquery AS query,
        (SELECT count(*) FROM (SELECT FROM search_doc d WHERE d.words @@ array_to_tsvector(ARRAY[lexeme])::text::tsquery LIMIT 3000) few) AS uses
      FROM said
    ), telling AS MATERIALIZED (
      SELECT lexeme, word, query, ln(1 + docs.many / (1.0 + uses)) AS weight
      FROM counted, (SELECT count(*) AS many FROM (SELECT FROM search_doc LIMIT 3000) few) docs
      WHERE uses < 3000 AND (docs.many >= 3000 OR uses <= greatest(2, docs.many / 4)) ORDER BY ln(1 + docs.many / (1.0 + uses)) * ln(1 + said) DESC, lexeme LIMIT 8
    )`;

/** Everything that shares such words or topics, with how well it fits. */
const scored = ({ at }: SuggestionQuery): Prisma.Sql => Prisma.sql`
    worded AS (
      SELECT d.article_id AS id, t.word, t.weight FROM telling t JOIN search_doc d ON d.words @@ t.query
        AND d.visible_from <= ${at} AND d.visible_until > ${at}
      UNION SELECT p.id, t.word, t.weight FROM telling t JOIN pool p ON p.words @@ t.query
    ), alike AS (
      SELECT id, coalesce(sum(weight) / nullif((SELECT sum(weight) FROM telling), 0), 0) AS likeness, array_agg(word ORDER BY weight DESC, word) AS words
      FROM worded GROUP BY id
    ), shared AS (
      SELECT near.id, array_agg(o.name ORDER BY x.position) AS topics
      FROM own JOIN article_topic x ON x.revision_id = own.id JOIN topic o ON o.id = x.topic_id,
        LATERAL (
          (SELECT l.article_id AS id FROM listing l WHERE l.list_id = x.topic_id AND l.visible_from <= ${at} AND l.visible_until > ${at}
            ORDER BY l.published_at DESC, l.article_id DESC LIMIT 300)
          UNION SELECT p.id FROM pool p JOIN article_topic y ON y.revision_id = p.revision_id AND y.topic_id = x.topic_id
        ) near
      GROUP BY near.id
    ), scored AS (
      SELECT id, coalesce(s.topics, '{}') AS topics, coalesce(w.words, '{}') AS words,
        0.5 * least(cardinality(coalesce(s.topics, '{}')), 3) / 3.0 + 0.4 * coalesce(w.likeness, 0) AS fit
      FROM shared s FULL JOIN alike w USING (id)
      WHERE (s.topics IS NOT NULL OR cardinality(w.words) >= 2) AND id NOT IN (SELECT id FROM taken)
    )`;

/**
 * Articles that share topics or telling words with the newest revision of one, best first. An article's own words are
 * those it says most, the headline counting fourfold; of these the eight that fewest others use are looked for. Bounded
 * whatever the size of the archive: 16 words are counted to 3,000 at most, and 300 articles taken from each topic.
 */
export const suggestionRows = (db: Db, query: SuggestionQuery): Promise<SuggestionRow[]> => {
  const { at, limit } = query;
  return db.$queryRaw<SuggestionRow[]>`
    WITH ${tellingWords(query)}, ${scored(query)}
    SELECT a.id, a.slug, r.headline, a.state, a.published_at AS "publishedAt", s.topics, s.words,
      (s.fit + 0.1 * exp(-abs(extract(epoch FROM ${at}::timestamptz - coalesce(a.published_at, a.changed_at))) / 15552000.0))::float8 AS score
    FROM (SELECT * FROM scored ORDER BY fit DESC, id DESC LIMIT 200) s
      JOIN article a ON a.id = s.id
      JOIN revision r ON r.id = CASE WHEN a.live_revision_id IS NULL THEN a.head_revision_id
        WHEN a.next_at <= ${at} THEN a.next_revision_id ELSE a.live_revision_id END
    ORDER BY score DESC, a.id DESC LIMIT ${limit}`;
};
