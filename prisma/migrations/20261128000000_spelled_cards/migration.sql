-- What a reader is answered from stands as it will be sent: a card's words are escaped once, when they are published,
-- not for every reader; and a body lies in its row, not beside it.
BEGIN;

-- Most bodies fit into their rows: one page is read for them, not three. What is larger is compressed first. It comes
-- first, for it may wait for somebody who cleans the table, and nobody waits for it.
ALTER TABLE revision SET (toast_tuple_target = 4080);

-- A moment in JSON as the API spells it: RFC 3339, in UTC, with milliseconds; null for a year it has no words for. To
-- call these functions immutable, which what they are made of is not, would keep Postgres from writing them into the
-- statements that use them.
CREATE FUNCTION spelled_moment(t timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN t >= '0001-01-01 00:00:00+00' AND t < '10000-01-01 00:00:00+00'
    THEN to_json(to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text ELSE 'null' END;

-- The JSON of what a teaser shows, value after value with commas between: the first cells of a row of a list.
CREATE FUNCTION spelled_card(article_id uuid, section_id uuid, kind article_kind, path text, published_at timestamptz,
  updated_at timestamptz, headline text, short_headline text, kicker text, standfirst text)
RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat_ws(',', to_json(article_id)::text, to_json(section_id)::text, to_json(kind)::text, to_json(path)::text,
    spelled_moment(published_at), spelled_moment(updated_at), to_json(headline)::text,
    coalesce(to_json(short_headline)::text, 'null'), coalesce(to_json(kicker)::text, 'null'),
    coalesce(to_json(standfirst)::text, 'null'));

-- By a change of type the table is written anew, and no trigger takes it for news.
ALTER TABLE live_card SET (toast_tuple_target = 4080);
ALTER TABLE live_card ADD COLUMN spelled text;
ALTER TABLE live_card ALTER COLUMN spelled TYPE text USING spelled_card(article_id, section_id, kind, path, published_at,
  updated_at, headline, short_headline, kicker, standfirst);
ALTER TABLE live_card ALTER COLUMN spelled SET NOT NULL;

CREATE OR REPLACE VIEW live_card_due AS
  SELECT c.revision_id, c.article_id, c.section_id, c.kind, c.slug, c.path, c.first_published_at, c.published_at,
    v.updated_at, v.visible_from, v.visible_until, c.headline, c.short_headline, c.kicker, c.standfirst, c.language,
    c.dateline, c.lead_media_id, c.lead_position, c.lead_alt, c.lead_caption, c.media_ids, c.article_ids, c.has_boxes,
    spelled_card(c.article_id, c.section_id, c.kind, c.path, c.published_at, v.updated_at, c.headline, c.short_headline,
      c.kicker, c.standfirst) AS spelled
  FROM article a
    CROSS JOIN LATERAL (
      SELECT a.live_revision_id AS revision_id, a.updated_at, a.visible_from,
        CASE WHEN a.next_revision_id <> a.live_revision_id THEN least(a.visible_until, a.next_at) ELSE a.visible_until END AS visible_until
      UNION ALL
      SELECT a.next_revision_id, CASE WHEN a.next_is_minor THEN a.updated_at ELSE a.next_at END,
        greatest(a.visible_from, a.next_at), a.visible_until
      WHERE a.next_revision_id <> a.live_revision_id
    ) v
    JOIN card_source c ON c.article_id = a.id AND c.revision_id = v.revision_id
  WHERE a.visible_from IS NOT NULL AND v.visible_from < v.visible_until;

-- Whoever changes a card in place need not know of its spelling.
CREATE FUNCTION card_spelled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.spelled := spelled_card(NEW.article_id, NEW.section_id, NEW.kind, NEW.path, NEW.published_at, NEW.updated_at,
    NEW.headline, NEW.short_headline, NEW.kicker, NEW.standfirst);
  RETURN NEW;
END $$;
CREATE TRIGGER card_spelled BEFORE UPDATE OF article_id, section_id, kind, path, published_at, updated_at, headline,
  short_headline, kicker, standfirst ON live_card FOR EACH ROW EXECUTE FUNCTION card_spelled();
ALTER TABLE live_card ENABLE ALWAYS TRIGGER card_spelled;

COMMIT;
