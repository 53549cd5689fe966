-- What readers may see, in three narrow tables. Each row has the range of time in which it is true, so the clock turns
-- the pages; nobody has to be awake. Filled here, then kept by triggers.
BEGIN;

CREATE TABLE "live_card" (
    "revision_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "kind" "article_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "first_published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "visible_until" TIMESTAMPTZ(3) NOT NULL,
    "headline" TEXT NOT NULL,
    "short_headline" TEXT,
    "kicker" TEXT,
    "standfirst" TEXT,
    "language" TEXT NOT NULL,
    "dateline" TEXT,
    "lead_media_id" UUID,
    "lead_position" INTEGER,
    "lead_alt" TEXT,
    "lead_caption" TEXT,
    "media_ids" UUID[],
    "article_ids" UUID[],
    "has_boxes" BOOLEAN NOT NULL,

    CONSTRAINT "live_card_pkey" PRIMARY KEY ("revision_id")
);
ALTER TABLE "live_card" SET (fillfactor = 90);
CREATE INDEX "live_card_article_id_idx" ON "live_card"("article_id");
CREATE INDEX "live_card_section_id_idx" ON "live_card"("section_id");
CREATE INDEX "live_card_media" ON "live_card" USING gin ("media_ids") WHERE "media_ids" <> '{}';

CREATE TABLE "listing" (
    "list_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "visible_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("list_id", "revision_id")
);
CREATE INDEX "listing_in_order" ON "listing"("list_id", "published_at" DESC, "article_id" DESC)
  INCLUDE ("revision_id", "visible_from", "visible_until");
CREATE INDEX "listing_article_id_idx" ON "listing"("article_id");

CREATE TABLE "search_doc" (
    "revision_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "visible_until" TIMESTAMPTZ(3) NOT NULL,
    "words" tsvector NOT NULL,
    "head" tsvector NOT NULL,

    CONSTRAINT "search_doc_pkey" PRIMARY KEY ("revision_id")
);
-- Squeezing them would cost more time than it saves room.
ALTER TABLE "search_doc" ALTER COLUMN "words" SET STORAGE EXTERNAL, ALTER COLUMN "head" SET STORAGE EXTERNAL;
CREATE INDEX "search_doc_article_id_idx" ON "search_doc"("article_id");

-- Names of lists ---------------------------------------------------------------------------------------------------

CREATE FUNCTION list_all() RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN '00000000-0000-0000-0000-000000000000'::uuid;
CREATE FUNCTION list_branch(section uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN md5('branch:' || section::text)::uuid;
CREATE FUNCTION list_typed(section uuid, type topic_type) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN md5('typed:' || section::text || ':' || type::text)::uuid;

-- The branch lists a section's articles stand in: its own, and on upwards as long as the section left is listed. The
-- tree has four levels.
CREATE FUNCTION branch_lists(section uuid) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT list_branch(up.id) FROM section s
    LEFT JOIN section s2 ON s2.id = s.parent_id AND s.visible
    LEFT JOIN section s3 ON s3.id = s2.parent_id AND s2.visible
    LEFT JOIN section s4 ON s4.id = s3.parent_id AND s3.visible
    CROSS JOIN LATERAL unnest(ARRAY[s.id, s2.id, s3.id, s4.id]) up(id)
    WHERE s.id = branch_lists.section AND up.id IS NOT NULL
$$;

-- Cards ------------------------------------------------------------------------------------------------------------

-- A body that can be looked into: jsonb holds neither NUL nor half of a pair of surrogates, JSON as text does.
CREATE FUNCTION body_of(blocks json) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN strpos(body_of.blocks::text, '\u') = 0 THEN body_of.blocks::jsonb
    ELSE regexp_replace(body_of.blocks::text, '\\u(0000|d[89a-f]..)', '\\ufffd', 'gi')::jsonb END
$$;

-- What the blocks of a body name. Most name nothing, and are not taken apart to learn that.
CREATE FUNCTION named_in(blocks json, OUT media_ids uuid[], OUT article_ids uuid[], OUT has_boxes boolean)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  words text := blocks::text;
  body jsonb;
BEGIN
  media_ids := '{}'; article_ids := '{}'; has_boxes := false;
  IF strpos(words, 'mediaId') = 0 AND strpos(words, 'relatedBox') = 0 THEN RETURN; END IF;
  body := body_of(blocks);
  has_boxes := body @? '$[*] ? (@.type == "relatedBox")';
  SELECT coalesce(array_agg(DISTINCT (v #>> '{}')::uuid), '{}') INTO media_ids FROM (
    SELECT jsonb_path_query(body, '$[*] ? (@.type == "image").mediaId') AS v
    UNION ALL SELECT jsonb_path_query(body, '$[*] ? (@.type == "gallery").mediaIds[*]')
  ) named WHERE v #>> '{}' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  SELECT coalesce(array_agg(DISTINCT (v #>> '{}')::uuid), '{}') INTO article_ids
    FROM jsonb_path_query(body, '$[*] ? (@.type == "relatedBox").items[*].articleId') named(v)
    WHERE v #>> '{}' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
END $$;

-- The card of any revision of any article, without the time it is true in.
CREATE VIEW card_source AS
  SELECT r.id AS revision_id, a.id AS article_id, a.section_id, a.kind, a.slug,
    '/' || s.path || to_char(a.path_date, '/YYYY/MM/DD/') || a.slug AS path,
    a.first_published_at, a.published_at, a.updated_at,
    r.headline, r.short_headline, r.kicker, r.standfirst, r.language, coalesce(r.dateline_place, r.dateline_raw) AS dateline,
    l.media_id AS lead_media_id, l.position AS lead_position, l.alt_override AS lead_alt, l.caption_override AS lead_caption,
    n.media_ids, n.article_ids, n.has_boxes
  FROM article a
    JOIN section s ON s.id = a.section_id
    JOIN revision r ON r.article_id = a.id
    LEFT JOIN media_placement l ON l.revision_id = r.id AND l.role = 'LEAD'
    CROSS JOIN LATERAL named_in(r.blocks) n;

-- The cards there should be: of the live revision until the next one is due, and of the next one from then on.
CREATE VIEW live_card_due AS
  SELECT c.revision_id, c.article_id, c.section_id, c.kind, c.slug, c.path, c.first_published_at, c.published_at,
    v.updated_at, v.visible_from, v.visible_until, c.headline, c.short_headline, c.kicker, c.standfirst, c.language,
    c.dateline, c.lead_media_id, c.lead_position, c.lead_alt, c.lead_caption, c.media_ids, c.article_ids, c.has_boxes
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

-- Lists ------------------------------------------------------------------------------------------------------------

-- The sections a card stands in, its own and secondary ones: no section twice.
CREATE VIEW card_place AS
  SELECT revision_id, article_id, section_id, published_at, visible_from, visible_until FROM live_card
  UNION ALL
  SELECT c.revision_id, c.article_id, x.section_id, c.published_at, c.visible_from, c.visible_until
  FROM live_card c JOIN article_section x ON x.article_id = c.article_id;

-- The rows there should be, each once.
CREATE VIEW listing_due AS
  SELECT section_id AS list_id, revision_id, article_id, published_at, visible_from, visible_until FROM card_place
  UNION ALL
  SELECT DISTINCT b.list_id, c.revision_id, c.article_id, c.published_at, c.visible_from, c.visible_until
  FROM card_place c CROSS JOIN LATERAL branch_lists(c.section_id) b(list_id)
  UNION ALL
  SELECT x.topic_id, c.revision_id, c.article_id, c.published_at, c.visible_from, c.visible_until
  FROM live_card c JOIN article_topic x ON x.revision_id = c.revision_id
  UNION ALL
  SELECT DISTINCT b.contributor_id, c.revision_id, c.article_id, c.published_at, c.visible_from, c.visible_until
  FROM live_card c JOIN byline b ON b.revision_id = c.revision_id WHERE b.contributor_id IS NOT NULL
  UNION ALL
  SELECT DISTINCT list_typed(c.section_id, t.type), c.revision_id, c.article_id, c.published_at, c.visible_from, c.visible_until
  FROM card_place c JOIN article_topic x ON x.revision_id = c.revision_id JOIN topic t ON t.id = x.topic_id
  UNION ALL
  SELECT list_all(), revision_id, article_id, published_at, visible_from, visible_until FROM live_card;

-- Search -----------------------------------------------------------------------------------------------------------

CREATE FUNCTION search_config(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE lower(split_part(search_config.language, '-', 1))
    WHEN 'en' THEN 'english' WHEN 'de' THEN 'german' WHEN 'fr' THEN 'french' WHEN 'es' THEN 'spanish'
    WHEN 'it' THEN 'italian' WHEN 'pt' THEN 'portuguese' WHEN 'nl' THEN 'dutch' WHEN 'sv' THEN 'swedish'
    WHEN 'da' THEN 'danish' WHEN 'no' THEN 'norwegian' WHEN 'nb' THEN 'norwegian' WHEN 'fi' THEN 'finnish'
    WHEN 'ru' THEN 'russian' WHEN 'tr' THEN 'turkish' WHEN 'ar' THEN 'arabic' WHEN 'ro' THEN 'romanian'
    WHEN 'hu' THEN 'hungarian' ELSE 'simple' END::regconfig
$$;

-- English by its stems, as searches are read; other languages as they are written, and by their own stems.
CREATE FUNCTION search_vector(config regconfig, value text, weight "char") RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF coalesce(value, '') = '' THEN RETURN ''::tsvector; END IF;
  IF config IN ('english'::regconfig, 'simple'::regconfig) THEN RETURN setweight(to_tsvector(config, value), weight); END IF;
  RETURN setweight(to_tsvector('simple', value) || to_tsvector(config, value), weight);
END $$;

-- Names of topics and people are those of the moment of publication. A vector holds a megabyte at most, so of a very
-- long body only the beginning is found: some 20,000 words.
CREATE VIEW search_doc_due AS
  SELECT c.revision_id, c.article_id, c.published_at, c.visible_from, c.visible_until,
    h.head
      || search_vector(g.config, c.short_headline, 'B')
      || search_vector(g.config, left((SELECT string_agg(t #>> '{}', ' ')
           FROM jsonb_path_query(body_of(r.blocks), 'strict $.**.text') t), 120000), 'C')
      || search_vector(g.config, concat_ws(' ',
           (SELECT string_agg(b.name_as_written, ' ' ORDER BY b.position) FROM byline b WHERE b.revision_id = r.id),
           (SELECT string_agg(t.name, ' ' ORDER BY x.position) FROM article_topic x JOIN topic t ON t.id = x.topic_id
             WHERE x.revision_id = r.id)), 'D')
      AS words,
    h.head
  FROM live_card c
    JOIN revision r ON r.id = c.revision_id
    CROSS JOIN LATERAL (SELECT search_config(c.language) AS config OFFSET 0) g
    CROSS JOIN LATERAL (SELECT search_vector(g.config, c.headline, 'A')
      || search_vector(g.config, concat_ws(' ', c.kicker, c.standfirst), 'B') AS head OFFSET 0) h;

-- Filling ----------------------------------------------------------------------------------------------------------

INSERT INTO live_card SELECT * FROM live_card_due;
ANALYZE live_card;
-- Each list in one place.
INSERT INTO listing SELECT * FROM listing_due ORDER BY list_id, published_at DESC, article_id DESC;
INSERT INTO search_doc SELECT * FROM search_doc_due;
-- What waits to be sorted in is kept short, for one unlucky publication has to do it.
CREATE INDEX "search_doc_words" ON "search_doc" USING gin ("words") WITH (gin_pending_list_limit = 1024);
COMMIT;
