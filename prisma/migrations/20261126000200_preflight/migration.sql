-- The public list of corrections: found newest first, of every kind or of one, and named when it changes for readers.
BEGIN;

CREATE INDEX "correction_published_at_id_idx" ON "correction"("published_at" DESC, "id" DESC);
CREATE INDEX "correction_kind_published_at_id_idx" ON "correction"("kind", "published_at" DESC, "id" DESC);

CREATE OR REPLACE FUNCTION correction_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM live_card WHERE article_id = NEW.article_id) THEN
    PERFORM emit_change('updated', 'article', NEW.article_id, greatest(NEW.published_at, now()),
      ARRAY['article:' || NEW.article_id, 'corrections']);
  END IF;
  RETURN NULL;
END $$;

-- Names the list where an article with corrections comes before readers or leaves them: now, and when the clock does it.
-- What is due within two seconds counts as now, for it may come before the commit.
CREATE FUNCTION emit_corrections(article uuid, shown_from timestamptz, shown_until timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  newest uuid := (SELECT k.id FROM correction k WHERE k.article_id = emit_corrections.article
    ORDER BY k.published_at DESC, k.id DESC LIMIT 1);
  t timestamptz;
BEGIN
  IF newest IS NULL THEN RETURN; END IF;
  IF shown_from <= clock_timestamp() + interval '2 seconds' AND shown_until > now() THEN
    PERFORM emit_change('updated', 'correction', newest, NULL, ARRAY['corrections']);
  END IF;
  FOR t IN SELECT moment FROM (VALUES (shown_from), (shown_until)) shown(moment)
           UNION SELECT k.published_at FROM correction k WHERE k.article_id = emit_corrections.article LOOP
    IF t > clock_timestamp() AND t < 'infinity' THEN
      PERFORM emit_change('updated', 'correction', newest, t, ARRAY['corrections']);
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION corrections_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_corrections(c.article_id, c.visible_from, c.visible_until) FROM touched c
    WHERE EXISTS (SELECT FROM correction k WHERE k.article_id = c.article_id);
  RETURN NULL;
END $$;
CREATE TRIGGER corrections_come AFTER INSERT ON live_card REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION corrections_noticed();
CREATE TRIGGER corrections_go AFTER DELETE ON live_card REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION corrections_noticed();
CREATE TRIGGER corrections_turn AFTER UPDATE ON live_card REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION corrections_noticed();
CREATE TRIGGER corrections_leave AFTER UPDATE ON live_card REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION corrections_noticed();

-- What the clock will do with articles that stand here already.
SELECT emit_corrections(c.article_id, c.visible_from, c.visible_until) FROM live_card c
  WHERE EXISTS (SELECT FROM correction k WHERE k.article_id = c.article_id);

COMMIT;
