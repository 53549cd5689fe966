-- What readers are answered from is made anew a part at a time, while editors publish; and at once where nothing stands.
BEGIN;

DROP FUNCTION rebuild_cards();
DROP FUNCTION rebuild_lists();
DROP FUNCTION rebuild_words();

-- Words ------------------------------------------------------------------------------------------------------------

-- What the vectors of a row were made of, so that nobody has to make them again to learn that they are right. Null is
-- not known.
ALTER TABLE search_doc ADD COLUMN made_of uuid;

-- Whoever writes vectors without the view below did not say of what.
CREATE FUNCTION search_doc_spoiled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.made_of := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER search_doc_spoiled BEFORE UPDATE OF words, head ON search_doc
  FOR EACH ROW EXECUTE FUNCTION search_doc_spoiled();
ALTER TABLE search_doc ENABLE ALWAYS TRIGGER search_doc_spoiled;

-- The texts that are found, and their mark. The number says how vectors are made of them: another way, another number.
CREATE VIEW search_source AS
  SELECT c.revision_id, c.article_id, c.published_at, c.visible_from, c.visible_until, t.*,
    md5(concat_ws(E'\x1f', '1', t.config, t.headline, coalesce(t.short_headline, ''), t.lead, coalesce(t.body, ''), t.names))::uuid AS made_of
  FROM live_card c
    JOIN revision r ON r.id = c.revision_id
    CROSS JOIN LATERAL (SELECT search_config(c.language) AS config, c.headline, c.short_headline,
      concat_ws(' ', c.kicker, c.standfirst) AS lead,
      left((SELECT string_agg(t #>> '{}', ' ') FROM jsonb_path_query(body_of(r.blocks), 'strict $.**.text') t), 120000) AS body,
      concat_ws(' ',
        (SELECT string_agg(b.name_as_written, ' ' ORDER BY b.position) FROM byline b WHERE b.revision_id = r.id),
        (SELECT string_agg(t.name, ' ' ORDER BY x.position) FROM article_topic x JOIN topic t ON t.id = x.topic_id
          WHERE x.revision_id = r.id)) AS names
      OFFSET 0) t;

CREATE OR REPLACE VIEW search_doc_due AS
  SELECT s.revision_id, s.article_id, s.published_at, s.visible_from, s.visible_until,
    h.head || search_vector(s.config, s.short_headline, 'B') || search_vector(s.config, s.body, 'C')
      || search_vector(s.config, s.names, 'D') AS words,
    h.head, s.made_of
  FROM search_source s
    CROSS JOIN LATERAL (SELECT search_vector(s.config, s.headline, 'A') || search_vector(s.config, s.lead, 'B') AS head OFFSET 0) h;

-- Parts ------------------------------------------------------------------------------------------------------------

-- The last ids of parts of so many articles that are shown, in order. Other ids lie between them.
CREATE FUNCTION rebuild_bounds(most integer) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM article WHERE visible_from IS NOT NULL) shown
    WHERE number % rebuild_bounds.most = 0 ORDER BY id
$$;

-- Makes the rows of the articles between two ids what those articles say, the second included, and names what that
-- changes for readers. Takes turns with writers as project_article does: whoever comes second sees what the first wrote.
-- Who waits half a second for an editor gives way, sooner than the database would end one of the two.
CREATE FUNCTION rebuild_articles(past uuid, upto uuid) RETURNS TABLE (projection text, removed bigint, written bigint)
LANGUAGE plpgsql SET lock_timeout = '500ms' AS $$
DECLARE
  ids uuid[]; differing uuid[];
  old_cards live_card[]; new_cards live_card[]; fresh_cards live_card[];
  old_lists listing[]; new_lists listing[]; fresh_lists listing[];
  stale_words uuid[];
  much boolean;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('section-tree', 0));
  -- What type a topic is of decides where its articles are listed.
  LOCK TABLE topic IN SHARE MODE;
  ids := array(
    SELECT a.id FROM article a WHERE a.id > past AND a.id <= upto AND a.visible_from IS NOT NULL
    UNION SELECT c.article_id FROM live_card c WHERE c.article_id > past AND c.article_id <= upto
    UNION SELECT l.article_id FROM listing l WHERE l.article_id > past AND l.article_id <= upto
    UNION SELECT d.article_id FROM search_doc d WHERE d.article_id > past AND d.article_id <= upto);
  PERFORM FROM article a WHERE a.id = ANY (ids) ORDER BY a.id FOR NO KEY UPDATE;

  old_cards := array(SELECT c FROM live_card c WHERE c.article_id = ANY (ids));
  new_cards := array(SELECT ROW(d.*)::live_card FROM live_card_due d WHERE d.article_id = ANY (ids));
  fresh_cards := array(SELECT n FROM unnest(new_cards) n EXCEPT SELECT o FROM unnest(old_cards) o);
  differing := array(SELECT (o).article_id FROM (SELECT o FROM unnest(old_cards) o EXCEPT SELECT n FROM unnest(new_cards) n) gone(o)
    UNION SELECT n.article_id FROM unnest(fresh_cards) n);
  projection := 'cards';
  DELETE FROM live_card c WHERE c.revision_id = ANY (array(SELECT n.revision_id FROM unnest(fresh_cards) n))
    OR (c.article_id = ANY (ids) AND c.revision_id <> ALL (array(SELECT n.revision_id FROM unnest(new_cards) n)));
  GET DIAGNOSTICS removed = ROW_COUNT;
  INSERT INTO live_card SELECT n.* FROM unnest(fresh_cards) n;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN NEXT;

  old_lists := array(SELECT l FROM listing l WHERE l.article_id = ANY (ids));
  new_lists := array(SELECT ROW(d.*)::listing FROM listing_due d WHERE d.article_id = ANY (ids));
  fresh_lists := array(SELECT n FROM unnest(new_lists) n EXCEPT SELECT o FROM unnest(old_lists) o);
  projection := 'lists';
  WITH gone AS (
    DELETE FROM listing l USING (SELECT o FROM unnest(old_lists) o EXCEPT SELECT n FROM unnest(new_lists) n) stale(o)
      WHERE l.list_id = (o).list_id AND l.revision_id = (o).revision_id RETURNING l.article_id)
  SELECT count(*), differing || coalesce(array_agg(article_id), '{}') INTO removed, differing FROM gone;
  INSERT INTO listing SELECT n.* FROM unnest(fresh_lists) n
    ON CONFLICT (list_id, revision_id) DO UPDATE SET article_id = EXCLUDED.article_id, published_at = EXCLUDED.published_at,
      visible_from = EXCLUDED.visible_from, visible_until = EXCLUDED.visible_until;
  GET DIAGNOSTICS written = ROW_COUNT;
  differing := array(SELECT unnest(differing) UNION SELECT n.article_id FROM unnest(fresh_lists) n);
  RETURN NEXT;

  projection := 'words';
  stale_words := array(SELECT s.revision_id FROM search_source s LEFT JOIN search_doc d USING (revision_id)
    WHERE s.article_id = ANY (ids) AND (d.made_of, d.article_id, d.published_at, d.visible_from, d.visible_until)
      IS DISTINCT FROM (s.made_of, s.article_id, s.published_at, s.visible_from, s.visible_until));
  DELETE FROM search_doc d WHERE d.revision_id = ANY (stale_words)
    OR (d.article_id = ANY (ids) AND d.revision_id <> ALL (array(SELECT n.revision_id FROM unnest(new_cards) n)));
  GET DIAGNOSTICS removed = ROW_COUNT;
  INSERT INTO search_doc SELECT * FROM search_doc_due s WHERE s.article_id = ANY (ids) AND s.revision_id = ANY (stale_words);
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN NEXT;

  -- Where much is wrong, naming each of it would cost more than dropping every answer.
  much := cardinality(differing) > 20;
  IF much OR removed + written > 0 THEN
    PERFORM emit_change('rebuilt', 'newsroom', '00000000-0000-0000-0000-000000000000', NULL,
      ARRAY[CASE WHEN much THEN '*' ELSE 'search' END]);
  END IF;
  -- Also of those that were right, what the clock will do.
  PERFORM emit_article(u.id, CASE WHEN much THEN c.are ELSE array(SELECT o FROM unnest(old_cards) o WHERE o.article_id = u.id ORDER BY o.visible_from) END, c.are,
      CASE WHEN much THEN l.are ELSE array(SELECT o FROM unnest(old_lists) o WHERE o.article_id = u.id ORDER BY o.list_id, o.revision_id) END, l.are)
    FROM unnest(ids) u(id)
      LEFT JOIN article a ON a.id = u.id
      CROSS JOIN LATERAL (SELECT array(SELECT n FROM live_card n WHERE n.article_id = u.id ORDER BY n.visible_from) AS are OFFSET 0) c
      CROSS JOIN LATERAL (SELECT array(SELECT n FROM listing n WHERE n.article_id = u.id ORDER BY n.list_id, n.revision_id) AS are OFFSET 0) l
    WHERE a.visible_from > now() OR a.next_at > now() OR a.expires_at > now() OR (NOT much AND u.id = ANY (differing));
END $$;

-- Drops every answer there is, and writes anew what the clock will do with anything but articles.
CREATE OR REPLACE FUNCTION rebuild_changes() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_change('expired', 'media', m.id, m.rights_expire_at, ARRAY['media:' || m.id], true)
    FROM media m WHERE m.rights_expire_at > now() AND media_shown(m.id);
  PERFORM emit_change('updated', 'article', k.article_id, k.published_at, ARRAY['article:' || k.article_id])
    FROM correction k WHERE k.published_at > now() AND EXISTS (SELECT FROM live_card c WHERE c.article_id = k.article_id);
  PERFORM emit_change('updated', 'rail', p.rail_id, t, ARRAY['rails'])
    FROM rail_pin p, unnest(ARRAY[p.pinned_from, p.pinned_until]) t WHERE t > now();
  PERFORM emit_change('rebuilt', 'newsroom', '00000000-0000-0000-0000-000000000000', NULL, ARRAY['*']);
END $$;

-- At once ----------------------------------------------------------------------------------------------------------

-- For loaders that wrote past the triggers: each fills one table that is empty, and nobody can publish meanwhile. An
-- index of nothing is made last.
CREATE FUNCTION fill_cards() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE section, article, article_section IN SHARE MODE;
  INSERT INTO live_card SELECT * FROM live_card_due;
  ANALYZE live_card;
END $$;

CREATE FUNCTION fill_lists() RETURNS void LANGUAGE plpgsql SET work_mem = '64MB' SET maintenance_work_mem = '256MB' AS $$
BEGIN
  LOCK TABLE section, article, article_section IN SHARE MODE;
  DROP INDEX listing_in_order, listing_article_id_idx;
  INSERT INTO listing SELECT * FROM listing_due ORDER BY list_id, revision_id;
  CREATE INDEX listing_in_order ON listing (list_id, published_at DESC, article_id DESC)
    INCLUDE (revision_id, visible_from, visible_until);
  CREATE INDEX listing_article_id_idx ON listing (article_id);
  ANALYZE listing;
END $$;

-- Nearly all of its time goes into cutting texts into words. Several processes share that where a table is made of a
-- query, not where rows are put into one that stands.
CREATE FUNCTION fill_words() RETURNS void LANGUAGE plpgsql
SET max_parallel_workers_per_gather = 4 SET maintenance_work_mem = '256MB' AS $$
BEGIN
  LOCK TABLE section, article, article_section IN SHARE MODE;
  DROP INDEX search_doc_words;
  CREATE TEMPORARY TABLE word_rows ON COMMIT DROP AS SELECT * FROM search_doc_due;
  INSERT INTO search_doc SELECT * FROM word_rows;
  DROP TABLE word_rows;
  CREATE INDEX search_doc_words ON search_doc USING gin (words) WITH (gin_pending_list_limit = 1024);
  ANALYZE search_doc;
END $$;

CREATE OR REPLACE FUNCTION project_all() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  past uuid := '00000000-0000-0000-0000-000000000000';
  upto uuid;
BEGIN
  IF EXISTS (SELECT FROM live_card) OR EXISTS (SELECT FROM listing) OR EXISTS (SELECT FROM search_doc) THEN
    FOR upto IN SELECT rebuild_bounds(250) UNION ALL SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff' LOOP
      PERFORM rebuild_articles(past, upto);
      past := upto;
    END LOOP;
  ELSE
    PERFORM fill_cards();
    PERFORM fill_lists();
    PERFORM fill_words();
    PERFORM emit_article(a.id, '{}',
        array(SELECT c FROM live_card c WHERE c.article_id = a.id ORDER BY c.visible_from), '{}',
        array(SELECT l FROM listing l WHERE l.article_id = a.id ORDER BY l.list_id, l.revision_id))
      FROM article a WHERE a.visible_from IS NOT NULL AND (a.visible_from > now() OR a.next_at > now() OR a.expires_at > now());
  END IF;
  PERFORM rebuild_changes();
END $$;

COMMIT;
