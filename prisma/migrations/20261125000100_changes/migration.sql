-- Every change a reader could notice, named in the transaction that makes it, whoever makes it; and the three tables of
-- what readers may see, kept in step.
BEGIN;

-- The log ----------------------------------------------------------------------------------------------------------

CREATE FUNCTION tags_mark(tags text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN md5(array_to_string(tags, ' '));

-- Two changes in one millisecond are two; what the clock will do is written once, however often it is worked out.
DROP INDEX "change_entity_id_boundary_due_at_key";
CREATE UNIQUE INDEX change_scheduled_once ON change (entity_id, boundary, due_at, tags_mark(tags)) WHERE due_at > created_at;

-- Writes a change and wakes those who listen. A moment of null is now.
CREATE FUNCTION emit_change(boundary text, entity_type text, entity_id uuid, due timestamptz, tags text[],
  tombstone boolean DEFAULT false) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change (boundary, entity_type, entity_id, due_at, tags, tombstone)
    VALUES (emit_change.boundary, emit_change.entity_type, emit_change.entity_id, coalesce(due, now()), emit_change.tags, emit_change.tombstone)
    ON CONFLICT DO NOTHING;
  PERFORM pg_notify('dateline_change', pg_current_xact_id()::text);
END $$;

-- Articles ---------------------------------------------------------------------------------------------------------

CREATE FUNCTION slug_tags(article uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg('slug:' || slug ORDER BY slug), '{}') FROM article_slug WHERE article_id = slug_tags.article
$$;

-- The articles that show a link back to one because of what these revisions say.
CREATE FUNCTION back_tags(revisions uuid[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT 'article:' || target_article_id), '{}') FROM related_link
    WHERE revision_id = ANY (revisions) AND reciprocal
$$;

-- Names what is different for readers between two sets of cards and lists of one article: now, and when the clock
-- reaches the limits of the new ones. What is due within two seconds counts as now, for it may come before the commit.
CREATE FUNCTION emit_article(article uuid, old_cards live_card[], new_cards live_card[], old_lists listing[], new_lists listing[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  soon timestamptz := clock_timestamp() + interval '2 seconds';
  slugs text[] := slug_tags(article);
  was live_card[]; is_now live_card[];
  lists text[]; tags text[];
  t timestamptz;
  begins boolean; ends boolean;
BEGIN
  was := array(SELECT c FROM unnest(old_cards) c WHERE c.visible_from <= soon AND c.visible_until > now());
  is_now := array(SELECT c FROM unnest(new_cards) c WHERE c.visible_from <= soon AND c.visible_until > now());
  SELECT coalesce(array_agg(DISTINCT 'list:' || list_id), '{}') INTO lists FROM (
    (SELECT list_id, published_at FROM unnest(old_lists) WHERE visible_from <= soon AND visible_until > now()
     EXCEPT SELECT list_id, published_at FROM unnest(new_lists) WHERE visible_from <= soon AND visible_until > now())
    UNION ALL
    (SELECT list_id, published_at FROM unnest(new_lists) WHERE visible_from <= soon AND visible_until > now()
     EXCEPT SELECT list_id, published_at FROM unnest(old_lists) WHERE visible_from <= soon AND visible_until > now())
  ) differing;
  IF was IS DISTINCT FROM is_now OR lists <> '{}' THEN
    tags := ARRAY['article:' || article, 'search'] || lists
      || back_tags(array(SELECT revision_id FROM unnest(was || is_now))) || slugs;
    PERFORM emit_change(
      CASE WHEN cardinality(was) = 0 THEN 'published' WHEN cardinality(is_now) = 0 THEN 'unpublished'
           WHEN was[1].path <> is_now[1].path THEN 'moved' ELSE 'updated' END,
      'article', article, NULL, tags, cardinality(is_now) = 0);
  END IF;
  FOR t IN SELECT DISTINCT v FROM unnest(new_cards) c, unnest(ARRAY[c.visible_from, c.visible_until]) v
           WHERE v > clock_timestamp() AND v < 'infinity' ORDER BY v LOOP
    ends := NOT EXISTS (SELECT FROM unnest(new_cards) c WHERE c.visible_from <= t AND c.visible_until > t);
    begins := NOT EXISTS (SELECT FROM unnest(new_cards) c WHERE c.visible_from < t AND c.visible_until >= t);
    SELECT coalesce(array_agg('list:' || list_id ORDER BY list_id), '{}') INTO lists FROM (
      SELECT list_id FROM unnest(new_lists) WHERE t IN (visible_from, visible_until)
      GROUP BY list_id HAVING begins OR ends OR count(*) = 1) turning;
    tags := ARRAY['article:' || article, 'search'] || lists
      || back_tags(array(SELECT c.revision_id FROM unnest(new_cards) c WHERE t IN (c.visible_from, c.visible_until)))
      || CASE WHEN begins OR ends THEN slugs ELSE '{}' END;
    PERFORM emit_change(CASE WHEN ends THEN 'expired' WHEN begins THEN 'published' ELSE 'updated' END,
      'article', article, t, tags, ends);
  END LOOP;
END $$;

-- Brings the rows of one article into step, and names what that changes for readers.
CREATE FUNCTION project_article(article uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  old_cards live_card[]; new_cards live_card[];
  old_lists listing[]; new_lists listing[];
BEGIN
  -- The tree stands still while an article takes its place in it; two writers of one article take turns.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('section-tree', 0));
  PERFORM FROM article a WHERE a.id = project_article.article FOR NO KEY UPDATE;
  old_cards := array(SELECT c FROM live_card c WHERE c.article_id = project_article.article ORDER BY c.visible_from);
  new_cards := array(SELECT ROW(d.*)::live_card FROM live_card_due d WHERE d.article_id = project_article.article ORDER BY d.visible_from);
  old_lists := array(SELECT l FROM listing l WHERE l.article_id = project_article.article ORDER BY l.list_id, l.revision_id);
  IF old_cards IS DISTINCT FROM new_cards THEN
    DELETE FROM live_card c WHERE c.article_id = project_article.article
      AND c.revision_id <> ALL (array(SELECT n.revision_id FROM unnest(new_cards) n));
    INSERT INTO live_card SELECT n.* FROM unnest(new_cards) n WHERE n <> ALL (old_cards)
      ON CONFLICT (revision_id) DO UPDATE SET section_id = EXCLUDED.section_id, kind = EXCLUDED.kind, slug = EXCLUDED.slug,
        path = EXCLUDED.path, first_published_at = EXCLUDED.first_published_at, published_at = EXCLUDED.published_at,
        updated_at = EXCLUDED.updated_at, visible_from = EXCLUDED.visible_from, visible_until = EXCLUDED.visible_until,
        headline = EXCLUDED.headline, short_headline = EXCLUDED.short_headline, kicker = EXCLUDED.kicker,
        standfirst = EXCLUDED.standfirst, language = EXCLUDED.language, dateline = EXCLUDED.dateline,
        lead_media_id = EXCLUDED.lead_media_id, lead_position = EXCLUDED.lead_position, lead_alt = EXCLUDED.lead_alt,
        lead_caption = EXCLUDED.lead_caption, media_ids = EXCLUDED.media_ids, article_ids = EXCLUDED.article_ids,
        has_boxes = EXCLUDED.has_boxes;
    DELETE FROM search_doc d WHERE d.article_id = project_article.article
      AND d.revision_id <> ALL (array(SELECT n.revision_id FROM unnest(new_cards) n));
    UPDATE search_doc d SET published_at = n.published_at, visible_from = n.visible_from, visible_until = n.visible_until
      FROM unnest(new_cards) n WHERE d.revision_id = n.revision_id
        AND (d.published_at, d.visible_from, d.visible_until) IS DISTINCT FROM (n.published_at, n.visible_from, n.visible_until);
    INSERT INTO search_doc SELECT s.* FROM search_doc_due s WHERE s.article_id = project_article.article
      AND s.revision_id NOT IN (SELECT d.revision_id FROM search_doc d WHERE d.article_id = project_article.article);
  END IF;
  new_lists := array(SELECT ROW(d.*)::listing FROM listing_due d WHERE d.article_id = project_article.article ORDER BY d.list_id, d.revision_id);
  IF old_lists IS DISTINCT FROM new_lists THEN
    DELETE FROM listing l WHERE l.article_id = project_article.article AND NOT EXISTS (SELECT FROM unnest(new_lists) n WHERE n = l);
    INSERT INTO listing SELECT (n).* FROM unnest(new_lists) n ON CONFLICT DO NOTHING;
  END IF;
  IF old_cards IS DISTINCT FROM new_cards OR old_lists IS DISTINCT FROM new_lists THEN
    PERFORM emit_article(article, old_cards, new_cards, old_lists, new_lists);
  END IF;
END $$;

CREATE FUNCTION article_projected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM project_article(CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
  RETURN NULL;
END $$;
-- At the end of the transaction, when everything that belongs to the article has been written. Drafts cost nothing.
CREATE CONSTRAINT TRIGGER article_appears AFTER INSERT ON article DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.visible_from IS NOT NULL) EXECUTE FUNCTION article_projected();
CREATE CONSTRAINT TRIGGER article_turns AFTER UPDATE ON article DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.visible_from IS NOT NULL OR NEW.visible_from IS NOT NULL) AND
    (OLD.section_id, OLD.kind, OLD.slug, OLD.first_published_at, OLD.path_date, OLD.published_at, OLD.updated_at, OLD.visible_from,
     OLD.visible_until, OLD.live_revision_id, OLD.next_revision_id, OLD.next_at, OLD.next_is_minor) IS DISTINCT FROM
    (NEW.section_id, NEW.kind, NEW.slug, NEW.first_published_at, NEW.path_date, NEW.published_at, NEW.updated_at, NEW.visible_from,
     NEW.visible_until, NEW.live_revision_id, NEW.next_revision_id, NEW.next_at, NEW.next_is_minor))
  EXECUTE FUNCTION article_projected();
CREATE CONSTRAINT TRIGGER article_vanishes AFTER DELETE ON article DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.visible_from IS NOT NULL) EXECUTE FUNCTION article_projected();

-- Whether readers who come to an article they cannot see are told that it is gone: the rule of once_seen, at now().
CREATE FUNCTION told_gone(a article) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(NOT a.embargo_hold AND CASE
    WHEN a.state IN ('UNPUBLISHED', 'KILLED') THEN greatest(a.first_published_at, a.embargo_until) <= least(a.changed_at, now())
    WHEN a.state = 'PUBLISHED' THEN a.visible_from < a.visible_until AND a.visible_until <= now() END, false)
$$;

CREATE FUNCTION article_fate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF told_gone(OLD) IS DISTINCT FROM told_gone(NEW) THEN
    PERFORM emit_change('updated', 'article', NEW.id, NULL, ARRAY['article:' || NEW.id] || slug_tags(NEW.id));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER article_fate AFTER UPDATE ON article
  FOR EACH ROW WHEN ((OLD.state IN ('PUBLISHED', 'UNPUBLISHED', 'KILLED') OR NEW.state IN ('PUBLISHED', 'UNPUBLISHED', 'KILLED')) AND
    (OLD.state, OLD.embargo_hold, OLD.embargo_until, OLD.first_published_at, OLD.expires_at, OLD.changed_at) IS DISTINCT FROM
    (NEW.state, NEW.embargo_hold, NEW.embargo_until, NEW.first_published_at, NEW.expires_at, NEW.changed_at))
  EXECUTE FUNCTION article_fate();

CREATE FUNCTION article_section_projected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM project_article(a.id) FROM article a
    WHERE a.id IN (OLD.article_id, NEW.article_id) AND a.visible_from IS NOT NULL;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER article_section_projected AFTER INSERT OR UPDATE OR DELETE ON article_section
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION article_section_projected();

CREATE FUNCTION article_slug_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_change('moved', 'article', touched.article_id, NULL, ARRAY['slug:' || touched.slug])
    FROM (VALUES (OLD.slug, OLD.article_id), (NEW.slug, NEW.article_id)) touched(slug, article_id)
    JOIN article a ON a.id = touched.article_id AND a.state IN ('PUBLISHED', 'UNPUBLISHED', 'KILLED');
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER article_slug_noticed AFTER INSERT OR UPDATE OR DELETE ON article_slug
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION article_slug_noticed();

CREATE FUNCTION correction_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM live_card WHERE article_id = NEW.article_id) THEN
    PERFORM emit_change('updated', 'article', NEW.article_id, greatest(NEW.published_at, now()), ARRAY['article:' || NEW.article_id]);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER correction_noticed AFTER INSERT ON correction FOR EACH ROW EXECUTE FUNCTION correction_noticed();

-- Sections ---------------------------------------------------------------------------------------------------------

-- Whether a section is listed decides whose branches its articles stand in, as its place in the tree does.
DROP TRIGGER section_take_turns ON section;
CREATE TRIGGER section_take_turns BEFORE INSERT OR UPDATE OF parent_id, slug, visible ON section
  FOR EACH STATEMENT EXECUTE FUNCTION section_take_turns();

CREATE FUNCTION section_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.path <> NEW.path THEN
    UPDATE live_card SET path = '/' || NEW.path || substr(path, length(OLD.path) + 2) WHERE section_id = NEW.id;
  END IF;
  PERFORM emit_change(CASE WHEN OLD.path <> NEW.path THEN 'moved' ELSE 'updated' END, 'section', coalesce(NEW.id, OLD.id), NULL,
    ARRAY['section:' || coalesce(NEW.id, OLD.id), 'sections'], TG_OP = 'DELETE');
  RETURN NULL;
END $$;
CREATE TRIGGER section_appears AFTER INSERT OR DELETE ON section FOR EACH ROW EXECUTE FUNCTION section_noticed();
CREATE TRIGGER section_changes AFTER UPDATE ON section
  FOR EACH ROW WHEN ((OLD.parent_id, OLD.slug, OLD.path, OLD.name, OLD.description, OLD.position, OLD.visible) IS DISTINCT FROM
    (NEW.parent_id, NEW.slug, NEW.path, NEW.name, NEW.description, NEW.position, NEW.visible))
  EXECUTE FUNCTION section_noticed();

-- The branch lists of everything in and below a section, brought into step when the tree has come to rest.
CREATE FUNCTION section_branches() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  tags text[];
BEGIN
  WITH RECURSIVE below AS (
    SELECT id FROM section WHERE id = NEW.id UNION ALL SELECT s.id FROM below JOIN section s ON s.parent_id = below.id),
  branches AS MATERIALIZED (SELECT s.id, b.list_id FROM section s CROSS JOIN LATERAL branch_lists(s.id) b(list_id)),
  touched AS MATERIALIZED (SELECT DISTINCT l.revision_id FROM listing l WHERE l.list_id IN (SELECT id FROM below)),
  due AS MATERIALIZED (
    SELECT DISTINCT b.list_id, l.revision_id, l.article_id, l.published_at, l.visible_from, l.visible_until
    FROM touched JOIN listing l USING (revision_id) JOIN branches b ON b.id = l.list_id),
  gone AS (
    DELETE FROM listing l USING touched t
    WHERE l.revision_id = t.revision_id AND l.list_id IN (SELECT list_branch(id) FROM section)
      AND NOT EXISTS (SELECT FROM due d WHERE d.list_id = l.list_id AND d.revision_id = l.revision_id)
    RETURNING l.list_id),
  come AS (INSERT INTO listing SELECT * FROM due ON CONFLICT DO NOTHING RETURNING list_id)
  SELECT array_agg('list:' || list_id ORDER BY list_id) INTO tags
    FROM (SELECT list_id FROM gone UNION SELECT list_id FROM come) differing;
  IF tags IS NOT NULL THEN PERFORM emit_change('updated', 'section', NEW.id, NULL, tags); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER section_branches AFTER UPDATE OF parent_id, visible ON section DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD.parent_id, OLD.visible) IS DISTINCT FROM (NEW.parent_id, NEW.visible)) EXECUTE FUNCTION section_branches();

-- Everything an article shows of others ----------------------------------------------------------------------------

CREATE FUNCTION topic_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.type <> NEW.type THEN
    PERFORM project_article(article_id) FROM (SELECT DISTINCT article_id FROM listing WHERE list_id = NEW.id) listed;
  END IF;
  IF EXISTS (SELECT FROM listing WHERE list_id = NEW.id) THEN
    PERFORM emit_change('updated', 'topic', NEW.id, NULL, ARRAY['topic:' || NEW.id]);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER topic_noticed AFTER UPDATE ON topic
  FOR EACH ROW WHEN ((OLD.type, OLD.slug, OLD.name, OLD.description) IS DISTINCT FROM (NEW.type, NEW.slug, NEW.name, NEW.description))
  EXECUTE FUNCTION topic_noticed();

CREATE FUNCTION contributor_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM listing WHERE list_id = NEW.id) THEN
    PERFORM emit_change('updated', 'contributor', NEW.id, NULL, ARRAY['contributor:' || NEW.id]);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER contributor_noticed AFTER UPDATE ON contributor
  FOR EACH ROW WHEN ((OLD.kind, OLD.display_name, OLD.slug, OLD.bio) IS DISTINCT FROM (NEW.kind, NEW.display_name, NEW.slug, NEW.bio))
  EXECUTE FUNCTION contributor_noticed();

CREATE FUNCTION agency_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_change('updated', 'agency', NEW.id, NULL, ARRAY['agency:' || NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER agency_noticed AFTER UPDATE ON agency
  FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION agency_noticed();

CREATE FUNCTION media_shown(medium uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM media_placement p JOIN live_card c ON c.revision_id = p.revision_id WHERE p.media_id = media_shown.medium)
    OR EXISTS (SELECT FROM live_card c WHERE c.media_ids @> ARRAY[media_shown.medium] AND c.media_ids <> '{}')
$$;

CREATE FUNCTION media_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  medium uuid := coalesce(NEW.id, OLD.id);
BEGIN
  IF NOT media_shown(medium) THEN RETURN NULL; END IF;
  PERFORM emit_change('updated', 'media', medium, NULL, ARRAY['media:' || medium],
    coalesce(NEW.state <> 'ACTIVE' OR NEW.rights_expire_at <= now(), true));
  IF NEW.rights_expire_at > now() THEN
    PERFORM emit_change('expired', 'media', medium, NEW.rights_expire_at, ARRAY['media:' || medium], true);
  END IF;
  RETURN NULL;
END $$;
-- Blocks may name media that do not stand in the library yet, or no longer.
CREATE TRIGGER media_comes AFTER INSERT OR DELETE ON media FOR EACH ROW EXECUTE FUNCTION media_noticed();
CREATE TRIGGER media_changes AFTER UPDATE ON media
  FOR EACH ROW WHEN ((OLD.kind, OLD.state, OLD.mime, OLD.width, OLD.height, OLD.storage_key, OLD.alt, OLD.decorative, OLD.caption,
      OLD.credit_line, OLD.rights_expire_at, OLD.digital_source_type) IS DISTINCT FROM
    (NEW.kind, NEW.state, NEW.mime, NEW.width, NEW.height, NEW.storage_key, NEW.alt, NEW.decorative, NEW.caption,
      NEW.credit_line, NEW.rights_expire_at, NEW.digital_source_type))
  EXECUTE FUNCTION media_noticed();

-- What is shown for the first time brings its own ends with it: of the rights to its pictures, and corrections ahead.
CREATE FUNCTION cards_come() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_change('expired', 'media', m.id, m.rights_expire_at, ARRAY['media:' || m.id], true)
    FROM (SELECT p.media_id FROM fresh c JOIN media_placement p ON p.revision_id = c.revision_id
          UNION SELECT unnest(c.media_ids) FROM fresh c) shown
    JOIN media m ON m.id = shown.media_id WHERE m.rights_expire_at > now();
  PERFORM emit_change('updated', 'article', k.article_id, k.published_at, ARRAY['article:' || k.article_id])
    FROM (SELECT DISTINCT c.article_id FROM fresh c) shown JOIN correction k ON k.article_id = shown.article_id
    WHERE k.published_at > now();
  RETURN NULL;
END $$;
CREATE TRIGGER cards_come AFTER INSERT ON live_card REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION cards_come();

CREATE FUNCTION credits_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_change('updated', 'media', media_id, NULL, ARRAY['media:' || media_id])
    FROM (SELECT DISTINCT media_id FROM touched) t WHERE media_shown(media_id);
  RETURN NULL;
END $$;
CREATE TRIGGER credits_come AFTER INSERT ON media_credit REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION credits_noticed();
CREATE TRIGGER credits_change AFTER UPDATE ON media_credit REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION credits_noticed();
CREATE TRIGGER credits_leave AFTER UPDATE ON media_credit REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION credits_noticed();
CREATE TRIGGER credits_go AFTER DELETE ON media_credit REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION credits_noticed();

CREATE FUNCTION address_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_change('updated', 'address', NEW.id, NULL, ARRAY['address:' || NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER address_noticed AFTER UPDATE ON external_address
  FOR EACH ROW WHEN (OLD.url <> NEW.url OR (OLD.state = 'DEAD') <> (NEW.state = 'DEAD')) EXECUTE FUNCTION address_noticed();

CREATE FUNCTION redirect_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_change('moved', 'redirect', coalesce(NEW.id, OLD.id), NULL, ARRAY['redirects']);
  RETURN NULL;
END $$;
CREATE TRIGGER redirect_noticed AFTER INSERT OR UPDATE OR DELETE ON redirect FOR EACH ROW EXECUTE FUNCTION redirect_noticed();

CREATE FUNCTION rail_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_change('updated', 'rail', coalesce(NEW.id, OLD.id), NULL, ARRAY['rails']);
  RETURN NULL;
END $$;
CREATE TRIGGER rail_noticed AFTER INSERT OR UPDATE OR DELETE ON rail FOR EACH ROW EXECUTE FUNCTION rail_noticed();

CREATE FUNCTION pin_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_change('updated', 'rail', coalesce(NEW.rail_id, OLD.rail_id), NULL, ARRAY['rails']);
  PERFORM emit_change('updated', 'rail', NEW.rail_id, t, ARRAY['rails'])
    FROM unnest(ARRAY[NEW.pinned_from, NEW.pinned_until]) t WHERE t > now();
  RETURN NULL;
END $$;
CREATE TRIGGER pin_noticed AFTER INSERT OR UPDATE OR DELETE ON rail_pin FOR EACH ROW EXECUTE FUNCTION pin_noticed();

-- Emptying a table is a change too, and tells nobody what it took.
CREATE FUNCTION emptied_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_change('rebuilt', 'newsroom', '00000000-0000-0000-0000-000000000000', NULL, ARRAY['*'], true);
  RETURN NULL;
END $$;
CREATE TRIGGER redirect_emptied AFTER TRUNCATE ON redirect FOR EACH STATEMENT EXECUTE FUNCTION emptied_noticed();
CREATE TRIGGER rail_emptied AFTER TRUNCATE ON rail FOR EACH STATEMENT EXECUTE FUNCTION emptied_noticed();
CREATE TRIGGER rail_pin_emptied AFTER TRUNCATE ON rail_pin FOR EACH STATEMENT EXECUTE FUNCTION emptied_noticed();
CREATE TRIGGER media_credit_emptied AFTER TRUNCATE ON media_credit FOR EACH STATEMENT EXECUTE FUNCTION emptied_noticed();

-- Rebuilding -------------------------------------------------------------------------------------------------------

-- Each step makes one table what the articles say, and tells how many rows it took away and wrote. Only what differs is
-- written, so readers never meet an empty table; articles can be read meanwhile, not written.
CREATE FUNCTION rebuild_cards(OUT removed bigint, OUT written bigint) LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE section, article, article_section IN SHARE MODE;
  IF NOT EXISTS (SELECT FROM live_card) THEN
    INSERT INTO live_card SELECT * FROM live_card_due;
    GET DIAGNOSTICS written = ROW_COUNT;
    removed := 0;
    ANALYZE live_card;
    RETURN;
  END IF;
  CREATE TEMPORARY TABLE card_rows (LIKE live_card) ON COMMIT DROP;
  INSERT INTO card_rows SELECT * FROM live_card_due;
  ANALYZE card_rows;
  DELETE FROM live_card c WHERE NOT EXISTS (SELECT FROM card_rows d WHERE d.revision_id = c.revision_id AND ROW(d.*)::live_card = c);
  GET DIAGNOSTICS removed = ROW_COUNT;
  INSERT INTO live_card SELECT * FROM card_rows ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS written = ROW_COUNT;
  DROP TABLE card_rows;
  ANALYZE live_card;
END $$;

CREATE FUNCTION rebuild_lists(OUT removed bigint, OUT written bigint) LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE section, article, article_section IN SHARE MODE;
  IF NOT EXISTS (SELECT FROM listing) THEN
    INSERT INTO listing SELECT * FROM listing_due ORDER BY list_id, published_at DESC, article_id DESC;
    GET DIAGNOSTICS written = ROW_COUNT;
    removed := 0;
    ANALYZE listing;
    RETURN;
  END IF;
  CREATE TEMPORARY TABLE list_rows (LIKE listing) ON COMMIT DROP;
  INSERT INTO list_rows SELECT * FROM listing_due;
  ANALYZE list_rows;
  DELETE FROM listing l WHERE NOT EXISTS
    (SELECT FROM list_rows d WHERE d.list_id = l.list_id AND d.revision_id = l.revision_id AND ROW(d.*)::listing = l);
  GET DIAGNOSTICS removed = ROW_COUNT;
  INSERT INTO listing SELECT * FROM list_rows ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS written = ROW_COUNT;
  DROP TABLE list_rows;
  ANALYZE listing;
END $$;

-- Vectors are large and dear: they are compared as they are made, and kept nowhere. An index of nothing is made last.
CREATE FUNCTION rebuild_words(OUT removed bigint, OUT written bigint) LANGUAGE plpgsql AS $$
DECLARE
  empty boolean := NOT EXISTS (SELECT FROM search_doc);
BEGIN
  LOCK TABLE section, article, article_section IN SHARE MODE;
  removed := 0;
  IF empty THEN
    DROP INDEX search_doc_words;
  ELSE
    DELETE FROM search_doc d USING search_doc s LEFT JOIN search_doc_due n ON n.revision_id = s.revision_id
      WHERE d.revision_id = s.revision_id AND (n.revision_id IS NULL OR ROW(n.*)::search_doc <> s);
    GET DIAGNOSTICS removed = ROW_COUNT;
  END IF;
  INSERT INTO search_doc SELECT n.* FROM search_doc_due n
    WHERE NOT EXISTS (SELECT FROM search_doc d WHERE d.revision_id = n.revision_id);
  GET DIAGNOSTICS written = ROW_COUNT;
  IF empty THEN CREATE INDEX search_doc_words ON search_doc USING gin (words) WITH (gin_pending_list_limit = 1024); END IF;
  ANALYZE search_doc;
END $$;

-- Drops every answer there is, and writes anew what the clock will do.
CREATE FUNCTION rebuild_changes() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_article(a.id, '{}',
      array(SELECT c FROM live_card c WHERE c.article_id = a.id ORDER BY c.visible_from), '{}',
      array(SELECT l FROM listing l WHERE l.article_id = a.id ORDER BY l.list_id, l.revision_id))
    FROM article a WHERE a.visible_from IS NOT NULL AND (a.visible_from > now() OR a.next_at > now() OR a.expires_at > now());
  PERFORM emit_change('expired', 'media', m.id, m.rights_expire_at, ARRAY['media:' || m.id], true)
    FROM media m WHERE m.rights_expire_at > now() AND media_shown(m.id);
  PERFORM emit_change('updated', 'article', k.article_id, k.published_at, ARRAY['article:' || k.article_id])
    FROM correction k WHERE k.published_at > now() AND EXISTS (SELECT FROM live_card c WHERE c.article_id = k.article_id);
  PERFORM emit_change('updated', 'rail', p.rail_id, t, ARRAY['rails'])
    FROM rail_pin p, unnest(ARRAY[p.pinned_from, p.pinned_until]) t WHERE t > now();
  PERFORM emit_change('rebuilt', 'newsroom', '00000000-0000-0000-0000-000000000000', NULL, ARRAY['*']);
END $$;

CREATE FUNCTION project_all() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM rebuild_cards();
  PERFORM rebuild_lists();
  PERFORM rebuild_words();
  PERFORM rebuild_changes();
END $$;

-- Whether the rows of an article are those it should have. The words are only looked for, not read again.
CREATE FUNCTION in_step(article uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT array(SELECT c FROM live_card c WHERE c.article_id = in_step.article ORDER BY c.revision_id)
      = array(SELECT ROW(d.*)::live_card FROM live_card_due d WHERE d.article_id = in_step.article ORDER BY d.revision_id)
    AND array(SELECT l FROM listing l WHERE l.article_id = in_step.article ORDER BY l.list_id, l.revision_id)
      = array(SELECT ROW(d.*)::listing FROM listing_due d WHERE d.article_id = in_step.article ORDER BY d.list_id, d.revision_id)
    AND array(SELECT (s.revision_id, s.published_at, s.visible_from, s.visible_until) FROM search_doc s
        WHERE s.article_id = in_step.article ORDER BY s.revision_id)
      = array(SELECT (c.revision_id, c.published_at, c.visible_from, c.visible_until) FROM live_card c
        WHERE c.article_id = in_step.article ORDER BY c.revision_id)
$$;

SELECT rebuild_changes();
COMMIT;
