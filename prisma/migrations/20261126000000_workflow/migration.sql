-- What the workflow keeps beside the state, and the rules of it that no program can forget.
BEGIN;

-- Where an article stood before the bin, why it stands where it stands, and what lawyers must be able to read later.
ALTER TABLE "article"
  ADD COLUMN "spiked_from" "article_state",
  ADD COLUMN "state_note" TEXT,
  ADD COLUMN "legal_note" TEXT;

UPDATE article SET spiked_from = 'DRAFT' WHERE state = 'SPIKED';

CREATE FUNCTION article_spiked_from() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.spiked_from := CASE WHEN NEW.state <> 'SPIKED' THEN NULL
    WHEN TG_OP = 'INSERT' THEN coalesce(NEW.spiked_from, 'DRAFT')
    WHEN OLD.state <> 'SPIKED' THEN OLD.state ELSE OLD.spiked_from END;
  RETURN NEW;
END $$;
CREATE TRIGGER article_spiked_from BEFORE INSERT OR UPDATE OF state, spiked_from ON article
  FOR EACH ROW EXECUTE FUNCTION article_spiked_from();

ALTER TABLE article
  ADD CONSTRAINT article_spiked_from_unread CHECK (
    CASE WHEN state = 'SPIKED' THEN coalesce(spiked_from IN ('DRAFT', 'IN_REVIEW', 'APPROVED'), false)
    ELSE spiked_from IS NULL END),
  ADD CONSTRAINT article_notes_clean CHECK (is_clean(state_note) AND is_clean(legal_note)),
  ADD CONSTRAINT article_legal_note_of_killed CHECK (legal_note IS NULL OR state = 'KILLED');

-- A kill is final -----------------------------------------------------------------------------------------------------

CREATE FUNCTION article_kill_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a killed article stays killed' USING ERRCODE = 'check_violation', CONSTRAINT = 'article_kill_is_final';
END $$;
CREATE TRIGGER article_kill_is_final BEFORE UPDATE OF state, slug ON article
  FOR EACH ROW WHEN (OLD.state = 'KILLED' AND (NEW.state <> 'KILLED' OR NEW.slug <> OLD.slug))
  EXECUTE FUNCTION article_kill_is_final();

-- Its slugs lead to "gone" for ever, and nobody pins it again. Who has a copy is told to drop it, also when readers had
-- lost it before.
CREATE FUNCTION article_killed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM rail_pin WHERE article_id = NEW.id;
  IF told_gone(NEW) THEN
    PERFORM emit_change('killed', 'article', NEW.id, NULL, ARRAY['article:' || NEW.id] || slug_tags(NEW.id), true);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER article_killed AFTER UPDATE OF state ON article
  FOR EACH ROW WHEN (NEW.state = 'KILLED' AND OLD.state <> 'KILLED') EXECUTE FUNCTION article_killed();

CREATE FUNCTION rail_pin_not_killed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM article WHERE id = NEW.article_id AND state = 'KILLED') THEN
    RAISE EXCEPTION 'a killed article cannot be pinned' USING ERRCODE = 'check_violation', CONSTRAINT = 'rail_pin_not_killed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rail_pin_not_killed BEFORE INSERT OR UPDATE OF article_id ON rail_pin
  FOR EACH ROW EXECUTE FUNCTION rail_pin_not_killed();

CREATE FUNCTION article_slug_burnt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM article WHERE id = OLD.article_id AND state = 'KILLED') THEN
    RAISE EXCEPTION 'a slug of a killed article is never given again'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'article_slug_burnt';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER article_slug_burnt BEFORE UPDATE OR DELETE ON article_slug
  FOR EACH ROW EXECUTE FUNCTION article_slug_burnt();

-- An embargo forbids -------------------------------------------------------------------------------------------------

-- Whoever publishes under an embargo is refused, unless the time of publication is its end or later. Lifting it is an
-- act of its own.
CREATE FUNCTION article_embargo_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an article under embargo is not published before its end'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'article_embargo_stands';
END $$;
CREATE TRIGGER article_embargo_stands BEFORE UPDATE OF state, published_at ON article
  FOR EACH ROW WHEN (NEW.state = 'PUBLISHED'
    AND (OLD.state NOT IN ('PUBLISHED', 'HELD') OR NEW.published_at IS DISTINCT FROM OLD.published_at)
    AND (OLD.embargo_hold OR coalesce(OLD.embargo_until > NEW.published_at, false))
    AND (NEW.embargo_hold OR coalesce(NEW.embargo_until > NEW.published_at, false)))
  EXECUTE FUNCTION article_embargo_stands();

-- Reasons ------------------------------------------------------------------------------------------------------------

ALTER TABLE audit_event ADD CONSTRAINT audit_event_reason_of_act
  CHECK (action NOT IN ('article:return', 'article:hold', 'article:lift-embargo') OR coalesce(length(trim(reason)), 0) > 0);

-- What the clock will not do after all ---------------------------------------------------------------------------------

-- The log keeps what happened. What lies ahead is a plan: when the plan changes, the row of the old one goes, so that
-- every row that comes due is something readers notice.
DROP TRIGGER change_unchanged ON change;
CREATE TRIGGER change_unchanged BEFORE UPDATE ON change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER change_kept BEFORE DELETE ON change
  FOR EACH ROW WHEN (OLD.due_at <= OLD.created_at OR OLD.due_at <= clock_timestamp()) EXECUTE FUNCTION refuse_change();

CREATE INDEX change_ahead ON change (entity_id, due_at) WHERE due_at > created_at;

CREATE OR REPLACE FUNCTION emit_article(article uuid, old_cards live_card[], new_cards live_card[], old_lists listing[], new_lists listing[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  soon timestamptz := clock_timestamp() + interval '2 seconds';
  slugs text[] := slug_tags(article);
  was live_card[]; is_now live_card[];
  lists text[]; tags text[];
  t timestamptz;
  begins boolean; ends boolean;
  boundary text;
  ahead text[] := '{}';
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
    boundary := CASE WHEN ends THEN 'expired' WHEN begins THEN 'published' ELSE 'updated' END;
    ahead := ahead || concat_ws(' ', boundary, extract(epoch FROM t), tags_mark(tags));
    PERFORM emit_change(boundary, 'article', article, t, tags, ends);
  END LOOP;
  -- Only rows of this function name the search: corrections still to come are told by themselves.
  DELETE FROM change c WHERE c.entity_id = emit_article.article AND c.entity_type = 'article'
    AND c.due_at > c.created_at AND c.due_at > clock_timestamp() AND 'search' = ANY (c.tags)
    AND concat_ws(' ', c.boundary, extract(epoch FROM c.due_at), tags_mark(c.tags)) <> ALL (ahead);
END $$;

COMMIT;
