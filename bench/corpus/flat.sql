-- A flat copy of what is live, for the peers: one table a thing, no clock, no revisions, no indirection. Their best case.
CREATE SCHEMA news;
SET search_path = news, public;

CREATE TABLE section (id int PRIMARY KEY, slug text NOT NULL UNIQUE, name text NOT NULL);
CREATE TABLE author (id int PRIMARY KEY, slug text NOT NULL UNIQUE, name text NOT NULL, bio text NOT NULL);
CREATE TABLE article (id int PRIMARY KEY, slug text NOT NULL UNIQUE, headline text NOT NULL, summary text NOT NULL,
  body text NOT NULL, published_at timestamptz NOT NULL, section_id int NOT NULL REFERENCES section,
  search tsvector NOT NULL, search_head tsvector NOT NULL);
CREATE TABLE article_author (article_id int NOT NULL REFERENCES article, author_id int NOT NULL REFERENCES author,
  position int NOT NULL, PRIMARY KEY (article_id, position));
CREATE TABLE media (id int PRIMARY KEY, url text NOT NULL, alt text NOT NULL, caption text NOT NULL, width int NOT NULL, height int NOT NULL, credit_line text NOT NULL);
CREATE TABLE media_credit (id int PRIMARY KEY, media_id int NOT NULL REFERENCES media, position int NOT NULL,
  role text NOT NULL, name text NOT NULL);
CREATE TABLE article_media (article_id int NOT NULL REFERENCES article, media_id int NOT NULL REFERENCES media,
  position int NOT NULL, PRIMARY KEY (article_id, position));
CREATE TABLE related_link (id int PRIMARY KEY, article_id int NOT NULL REFERENCES article, position int NOT NULL,
  target_id int REFERENCES article, url text, title text, summary text);

INSERT INTO section SELECT row_number() OVER (ORDER BY parent_id IS NOT NULL, position, path), path, name FROM public.section;
INSERT INTO author SELECT row_number() OVER (ORDER BY id), slug, display_name, coalesce(bio, '') FROM public.contributor;
CREATE TEMP TABLE numbers AS
  SELECT revision_id, article_id, (row_number() OVER (ORDER BY published_at, article_id))::int AS id
  FROM public.live_card WHERE visible_from <= now() AND visible_until > now();
CREATE INDEX ON numbers (revision_id); CREATE INDEX ON numbers (article_id);
CREATE TEMP TABLE pictures AS SELECT id AS old, (row_number() OVER (ORDER BY id))::int AS id FROM public.media;
INSERT INTO article
  SELECT n.id, c.slug, c.headline, coalesce(c.standfirst, ''),
    (SELECT string_agg(b ->> 'text', E'\n\n') FROM json_array_elements(r.blocks) b), c.published_at, s.id, d.words, d.head
  FROM numbers n JOIN public.live_card c USING (revision_id) JOIN public.revision r ON r.id = c.revision_id
    JOIN public.section p ON p.id = c.section_id JOIN section s ON s.slug = p.path
    JOIN public.search_doc d ON d.revision_id = n.revision_id;
INSERT INTO article_author
  SELECT n.id, u.id, b.position FROM numbers n JOIN public.byline b USING (revision_id)
    JOIN public.contributor c ON c.id = b.contributor_id JOIN author u ON u.slug = c.slug;
INSERT INTO media
  SELECT p.id, 'http://bench.example/media/' || m.storage_key, m.alt, m.caption, m.width, m.height, m.credit_line
  FROM pictures p JOIN public.media m ON m.id = p.old;
INSERT INTO media_credit
  SELECT row_number() OVER (ORDER BY c.media_id, c.position), p.id, c.position, upper(c.role::text), c.name
  FROM public.media_credit c JOIN pictures p ON p.old = c.media_id;
INSERT INTO article_media
  SELECT n.id, p.id, row_number() OVER (PARTITION BY n.id ORDER BY m.role, m.position) - 1
  FROM numbers n JOIN public.media_placement m USING (revision_id) JOIN pictures p ON p.old = m.media_id;
INSERT INTO related_link
  SELECT row_number() OVER (ORDER BY n.id, l.position), n.id, l.position, t.id, x.url, l.headline, l.summary
  FROM numbers n JOIN public.related_link l ON l.revision_id = n.revision_id LEFT JOIN numbers t ON t.article_id = l.target_article_id
    LEFT JOIN public.external_address x ON x.id = l.external_address_id
  WHERE t.id IS NOT NULL OR l.headline IS NOT NULL;

-- The same words are sought as in search_doc: as they are written, and by their English stems.
CREATE INDEX article_section_latest ON article (section_id, published_at DESC, id DESC);
CREATE INDEX article_search ON article USING gin (search);
CREATE INDEX article_author_author ON article_author (author_id);
CREATE INDEX article_media_media ON article_media (media_id);
CREATE UNIQUE INDEX media_credit_position ON media_credit (media_id, position);
CREATE UNIQUE INDEX related_link_position ON related_link (article_id, position);
CREATE INDEX related_link_target ON related_link (target_id);
CREATE FUNCTION search_articles(q text) RETURNS SETOF article LANGUAGE sql STABLE AS $$
  SELECT a.* FROM news.article a, (SELECT websearch_to_tsquery('simple', q) || websearch_to_tsquery('english', q) AS t) q
  WHERE a.search @@ q.t ORDER BY ts_rank(a.search_head, q.t) DESC, a.published_at DESC, a.id DESC $$;
RESET search_path;
