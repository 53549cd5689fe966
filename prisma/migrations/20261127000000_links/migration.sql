-- What an article makes of those that ask it to link back, and the addresses that bodies lead to.
BEGIN;

-- Links back --------------------------------------------------------------------------------------------------------

CREATE TABLE "hidden_link_back" (
    "article_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "hidden_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hidden_link_back_pkey" PRIMARY KEY ("article_id", "from_id")
);
CREATE INDEX "hidden_link_back_from_id_idx" ON "hidden_link_back"("from_id");
ALTER TABLE "hidden_link_back" ADD CONSTRAINT "hidden_link_back_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "hidden_link_back" ADD CONSTRAINT "hidden_link_back_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE hidden_link_back ADD CONSTRAINT hidden_link_back_of_another CHECK (article_id <> from_id);

-- Only what readers have of the article that hides it can change; what it hides need not be live.
CREATE FUNCTION link_back_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM emit_change('updated', 'article', t.id, NULL, ARRAY['article:' || t.id])
    FROM (SELECT DISTINCT id FROM unnest(ARRAY[OLD.article_id, NEW.article_id]) id) t
    WHERE EXISTS (SELECT FROM live_card c WHERE c.article_id = t.id);
  RETURN NULL;
END $$;
CREATE TRIGGER link_back_noticed AFTER INSERT OR UPDATE OR DELETE ON hidden_link_back
  FOR EACH ROW EXECUTE FUNCTION link_back_noticed();
CREATE TRIGGER hidden_link_back_emptied AFTER TRUNCATE ON hidden_link_back
  FOR EACH STATEMENT EXECUTE FUNCTION emptied_noticed();

-- Addresses in bodies -----------------------------------------------------------------------------------------------

CREATE TABLE "body_link" (
    "revision_id" UUID NOT NULL,
    "block_id" TEXT NOT NULL,
    "external_address_id" UUID NOT NULL,

    CONSTRAINT "body_link_pkey" PRIMARY KEY ("revision_id", "block_id", "external_address_id")
);
CREATE INDEX "body_link_external_address_id_idx" ON "body_link"("external_address_id");
ALTER TABLE "body_link" ADD CONSTRAINT "body_link_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "body_link" ADD CONSTRAINT "body_link_external_address_id_fkey" FOREIGN KEY ("external_address_id") REFERENCES "external_address"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- What was written before: the revisions anybody may still meet. Spelled as the newsroom spells an address, where that
-- is no more than a host in capitals or the slash behind it.
CREATE FUNCTION pg_temp.spelled(href text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN lower(substring(href FROM '^[^:]+://[^/?#]+')) || regexp_replace(substr(href, length(substring(href FROM '^[^:]+://[^/?#]+')) + 1), '^($|[?#])', '/\1');

CREATE TEMPORARY TABLE led ON COMMIT DROP AS
  SELECT DISTINCT r.id AS revision_id, block.value ->> 'id' AS block_id, pg_temp.spelled(span.value ->> 'href') AS url
  FROM article a
    JOIN revision r ON r.article_id = a.id AND r.id IN (a.head_revision_id, a.live_revision_id, a.next_revision_id)
    CROSS JOIN LATERAL (SELECT body_of(r.blocks) AS body WHERE strpos(r.blocks::text, '"href"') > 0) b
    CROSS JOIN LATERAL (
      SELECT v AS value FROM jsonb_path_query(b.body, '$[*] ? (@.type != "factBox")') v
      UNION ALL SELECT jsonb_path_query(b.body, '$[*] ? (@.type == "factBox").blocks[*]')) block
    CROSS JOIN LATERAL jsonb_path_query(block.value, '$.**{1 to last} ? (@.kind == "link" && @.href starts with "http")') span(value)
  WHERE block.value ->> 'id' IS NOT NULL AND span.value ->> 'href' ~ '^https?://[^/?#\s][^\s]*$' AND length(span.value ->> 'href') < 2048;
INSERT INTO external_address (id, url) SELECT gen_random_uuid(), url FROM (SELECT DISTINCT url FROM led) u ON CONFLICT DO NOTHING;
INSERT INTO body_link SELECT led.revision_id, led.block_id, x.id FROM led JOIN external_address x USING (url);

CREATE TRIGGER body_link_unchanged BEFORE UPDATE ON body_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER body_link_with_revision BEFORE INSERT ON body_link FOR EACH ROW EXECUTE FUNCTION written_with_its_revision();
CREATE TRIGGER body_link_kept BEFORE DELETE ON body_link FOR EACH ROW EXECUTE FUNCTION removed_with_its_revision();

COMMIT;
