-- Where a path leads, old ones too, in one look-up.
BEGIN;

-- Whether readers once could read an article that they cannot read now. Times still ahead when it was taken down, an
-- embargo not yet over or without an end: then nobody ever saw it.
CREATE FUNCTION once_seen(article uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT CASE
    WHEN a.embargo_hold THEN false
    WHEN a.state IN ('UNPUBLISHED', 'KILLED') THEN greatest(a.first_published_at, a.embargo_until) <= least(a.changed_at, once_seen.at)
    WHEN a.state = 'PUBLISHED' THEN a.visible_from < a.visible_until AND a.visible_until <= once_seen.at
    ELSE false END FROM article a WHERE a.id = once_seen.article), false)
$$;

-- The article a path names with its last segment: by a slug it has or had, or by its id.
CREATE FUNCTION article_named(path text) RETURNS uuid LANGUAGE sql STABLE AS $$
  WITH name AS (SELECT regexp_replace(article_named.path, '^.*/', '') AS name)
  SELECT CASE WHEN name ~ '^([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}-(0{4}-){3}0{12}|f{8}-(f{4}-){3}f{12})$'
      THEN name::uuid
    ELSE (SELECT s.article_id FROM article_slug s WHERE s.slug = name) END FROM name
$$;

-- A path as look-ups compare it: nothing after "?" or "#", no doubled and no last slash, lower case.
CREATE FUNCTION folded_path(path text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '/' || btrim(regexp_replace(lower(regexp_replace(folded_path.path, '[?#].*$', '')), '/+', '/', 'g'), '/')
$$;

-- One row at most: an article or a section by its id, a redirect to a path or address, or gone; the last two with the id
-- of the article they hang on, if it is one.
CREATE FUNCTION resolve_path(path text, at timestamptz, hops integer DEFAULT 5,
  OUT noun text, OUT id uuid, OUT goes_to text, OUT status integer)
RETURNS SETOF record LANGUAGE plpgsql STABLE AS $$
DECLARE
  named uuid; card_path text;
  led redirect; target text; folded text;
  onward record;
BEGIN
  SELECT 'section', s.id INTO noun, id FROM section s WHERE s.path = substr(resolve_path.path, 2);
  IF FOUND THEN RETURN NEXT; RETURN; END IF;
  noun := NULL; id := NULL;
  named := article_named(resolve_path.path);
  SELECT c.path INTO card_path FROM live_card c
    WHERE c.article_id = named AND c.visible_from <= resolve_path.at AND c.visible_until > resolve_path.at;
  IF card_path = resolve_path.path THEN noun := 'article'; id := named; RETURN NEXT; RETURN; END IF;
  SELECT * INTO led FROM redirect r WHERE r.from_path = resolve_path.path;
  IF NOT FOUND THEN
    IF card_path IS NOT NULL THEN noun := 'redirect'; id := named; goes_to := card_path; status := 301; RETURN NEXT; RETURN; END IF;
    IF named IS NOT NULL THEN
      IF once_seen(named, resolve_path.at) THEN noun := 'gone'; id := named; RETURN NEXT; END IF;
      RETURN;
    END IF;
    SELECT * INTO led FROM redirect r WHERE r.is_prefix AND r.from_path = ANY (ARRAY(
      SELECT '/' || array_to_string(parts[1:n], '/')
      FROM string_to_array(btrim(resolve_path.path, '/'), '/') parts, generate_series(1, cardinality(parts)) n))
      ORDER BY length(r.from_path) DESC LIMIT 1;
    IF NOT FOUND THEN RETURN; END IF;
  END IF;
  IF led.status = 410 THEN noun := 'gone'; RETURN NEXT; RETURN; END IF;
  IF led.to_article_id IS NOT NULL THEN
    SELECT c.path INTO card_path FROM live_card c
      WHERE c.article_id = led.to_article_id AND c.visible_from <= resolve_path.at AND c.visible_until > resolve_path.at;
    id := led.to_article_id;
    IF FOUND THEN noun := 'redirect'; goes_to := card_path; status := 301; RETURN NEXT;
    ELSIF once_seen(led.to_article_id, resolve_path.at) THEN noun := 'gone'; RETURN NEXT; END IF;
    RETURN;
  END IF;
  target := coalesce((SELECT '/' || s.path FROM section s WHERE s.id = led.to_section_id), led.to_path);
  IF target IS NULL THEN RETURN; END IF;
  IF led.is_prefix AND length(resolve_path.path) > length(led.from_path) THEN
    target := regexp_replace(target, '/$', '') || substr(resolve_path.path, length(led.from_path) + 1);
  END IF;
  status := CASE WHEN led.status = 308 THEN 308 ELSE 301 END;
  IF resolve_path.hops <= 0 THEN status := NULL; RETURN; END IF;
  -- Elsewhere on the web; nobody here knows what is there.
  IF target !~ '^/($|[^/])' THEN noun := 'redirect'; goes_to := target; RETURN NEXT; RETURN; END IF;
  folded := folded_path(target);
  SELECT * INTO onward FROM resolve_path(folded, resolve_path.at, resolve_path.hops - 1);
  IF onward.noun = 'gone' THEN noun := 'gone'; id := onward.id; status := NULL; RETURN NEXT;
  ELSIF onward.noun = 'redirect' THEN noun := 'redirect'; id := onward.id; goes_to := onward.goes_to; status := onward.status; RETURN NEXT;
  ELSIF onward.noun IN ('article', 'section') THEN
    noun := 'redirect'; goes_to := folded; id := CASE onward.noun WHEN 'article' THEN onward.id END; RETURN NEXT;
  -- A path of the website itself may be unknown to us. One that names an article readers may not see is not to be
  -- told, and one that leads on and yet nowhere is a circle.
  ELSIF led.to_section_id IS NULL AND article_named(folded) IS NULL AND NOT EXISTS (SELECT FROM redirect r WHERE r.from_path = folded) THEN
    noun := 'redirect'; goes_to := target; RETURN NEXT;
  END IF;
END $$;

-- The same, one redirect inside the site followed.
CREATE FUNCTION path_followed(path text, at timestamptz, OUT noun text, OUT id uuid)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  found_there record;
BEGIN
  SELECT r.* INTO found_there FROM resolve_path(path_followed.path, path_followed.at) r;
  IF found_there.noun = 'redirect' AND found_there.goes_to ~ '^/($|[^/])' THEN
    SELECT r.* INTO found_there FROM resolve_path(folded_path(found_there.goes_to), path_followed.at) r;
  END IF;
  noun := found_there.noun; id := found_there.id;
END $$;

CREATE FUNCTION article_was(path text, at timestamptz) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT f.id FROM path_followed(article_was.path, article_was.at) f WHERE f.noun = 'article'
$$;
CREATE FUNCTION section_was(path text, at timestamptz) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT f.id FROM path_followed(section_was.path, section_was.at) f WHERE f.noun = 'section'
$$;

COMMIT;
