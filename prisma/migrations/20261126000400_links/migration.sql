-- Links that stay true: redirects that never chain or circle, and readers who are told when the target of a link is gone.
BEGIN;

-- Redirects ---------------------------------------------------------------------------------------------------------

-- The redirect a path falls to: the one from just this path, else the longest that carries what is below it. What
-- stands there itself, a section, is never redirected.
CREATE FUNCTION redirect_of(path text, besides uuid) RETURNS SETOF redirect LANGUAGE sql STABLE AS $$
  SELECT r.* FROM redirect r
    WHERE r.id <> besides AND NOT EXISTS (SELECT FROM section s WHERE s.path = substr(redirect_of.path, 2))
      AND (r.from_path = redirect_of.path OR (r.is_prefix AND r.from_path = ANY (ARRAY(
        SELECT '/' || array_to_string(parts[1:n], '/')
        FROM string_to_array(btrim(redirect_of.path, '/'), '/') parts, generate_series(1, cardinality(parts)) n))))
    ORDER BY length(r.from_path) DESC LIMIT 1
$$;

-- A redirect is written with the end of its way: one that would lead to another takes over where that one leads, and
-- one that would come back to itself is refused. Two that would close a circle at the same moment take turns.
CREATE FUNCTION redirect_settled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step text; onward redirect; hops integer := 0;
  flat boolean := true;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('redirects', 0));
  IF NEW.to_path IS NULL OR NEW.to_path !~ '^/($|[^/])' THEN RETURN NEW; END IF;
  step := folded_path(NEW.to_path);
  LOOP
    IF hops > 50 OR step = NEW.from_path OR (NEW.is_prefix AND starts_with(step, NEW.from_path || '/')) THEN
      RAISE EXCEPTION 'a redirect leads back to itself' USING ERRCODE = 'check_violation', CONSTRAINT = 'redirect_no_loop';
    END IF;
    SELECT * INTO onward FROM redirect_of(step, NEW.id);
    EXIT WHEN NOT FOUND;
    hops := hops + 1;
    -- Its words behind "?" or "#" would be lost, and what lies below it need not go where it goes itself.
    flat := flat AND NEW.to_path !~ '[?#]' AND (onward.is_prefix OR NOT NEW.is_prefix);
    IF onward.to_path IS NULL THEN
      IF flat AND onward.from_path = step THEN
        NEW.to_path := NULL; NEW.to_article_id := onward.to_article_id; NEW.to_section_id := onward.to_section_id;
        IF onward.status = 410 THEN NEW.status := 410; END IF;
      END IF;
      EXIT;
    END IF;
    IF onward.from_path = step AND flat THEN NEW.to_path := onward.to_path;
    ELSIF flat THEN NEW.to_path := regexp_replace(onward.to_path, '/$', '') || substr(step, length(onward.from_path) + 1);
    END IF;
    EXIT WHEN onward.to_path !~ '^/($|[^/])';
    step := folded_path(CASE WHEN onward.from_path = step THEN onward.to_path
      ELSE regexp_replace(onward.to_path, '/$', '') || substr(step, length(onward.from_path) + 1) END);
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER redirect_settled BEFORE INSERT OR UPDATE OF from_path, is_prefix, to_path ON redirect
  FOR EACH ROW EXECUTE FUNCTION redirect_settled();

-- Those that led to where a redirect now begins are written anew, with the end of their way.
CREATE FUNCTION redirect_shortens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE redirect SET to_path = to_path WHERE id <> NEW.id
    AND (to_path = NEW.from_path OR (NEW.is_prefix AND starts_with(to_path, NEW.from_path || '/')));
  RETURN NULL;
END $$;
CREATE TRIGGER redirect_shortens AFTER INSERT OR UPDATE OF from_path, is_prefix, to_path, to_article_id, to_section_id ON redirect
  FOR EACH ROW EXECUTE FUNCTION redirect_shortens();
CREATE INDEX redirect_to_path ON redirect (to_path text_pattern_ops) WHERE to_path IS NOT NULL;

-- Links ------------------------------------------------------------------------------------------------------------

-- Whose text names an article.
CREATE INDEX live_card_articles ON live_card USING gin (article_ids) WHERE article_ids <> '{}';

-- Whether readers are shown nothing of a link to this article, its own words included: it was taken from them, binned,
-- or has expired. One that has not come yet is only not linked to.
CREATE FUNCTION target_gone(state article_state, expires_at timestamptz, at timestamptz) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN state IN ('HELD', 'UNPUBLISHED', 'KILLED', 'SPIKED') OR coalesce(expires_at <= at, false);

-- Taking down what no reader could see changes nothing of the article itself, but does of what links to it.
CREATE FUNCTION target_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM related_link l JOIN live_card c ON c.revision_id = l.revision_id WHERE l.target_article_id = NEW.id) THEN
    PERFORM emit_change('updated', 'article', NEW.id, NULL, ARRAY['article:' || NEW.id]);
    IF NEW.expires_at > now() AND NEW.expires_at IS DISTINCT FROM OLD.expires_at THEN
      PERFORM emit_change('updated', 'article', NEW.id, NEW.expires_at, ARRAY['article:' || NEW.id]);
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER target_noticed AFTER UPDATE ON article
  FOR EACH ROW WHEN ((OLD.state, OLD.expires_at) IS DISTINCT FROM (NEW.state, NEW.expires_at)
    AND (OLD.visible_from IS NULL OR OLD.visible_from > now())
    AND (NEW.expires_at IS DISTINCT FROM OLD.expires_at
      OR target_gone(OLD.state, NULL, now()) <> target_gone(NEW.state, NULL, now())))
  EXECUTE FUNCTION target_noticed();

COMMIT;
