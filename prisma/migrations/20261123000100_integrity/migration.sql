-- What Prisma cannot declare: checks, triggers, partial and expression indexes. Integrity lives here, not in the code.
BEGIN;

-- Text -----------------------------------------------------------------------------------------------------------

CREATE FUNCTION is_clean(value text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value IS NULL OR (value IS NFC NORMALIZED AND value !~ '[\u0001-\u0009\u000B-\u001F\u007F]');

CREATE FUNCTION is_slug(value text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(value) <= 80;

-- Headlines compare without regard to case and width of space.
CREATE FUNCTION fold_headline(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(btrim(regexp_replace(value, '\s+', ' ', 'g')));

ALTER TABLE section
  ADD CONSTRAINT section_slug_spelled CHECK (is_slug(slug)),
  ADD CONSTRAINT section_name_clean CHECK (length(name) BETWEEN 1 AND 120 AND is_clean(name) AND is_clean(description)),
  ADD CONSTRAINT section_position_from_zero CHECK (position >= 0),
  ADD CONSTRAINT section_not_its_own_parent CHECK (parent_id <> id);
ALTER TABLE article_slug ADD CONSTRAINT article_slug_spelled CHECK (is_slug(slug));
ALTER TABLE contributor
  ADD CONSTRAINT contributor_slug_spelled CHECK (is_slug(slug)),
  ADD CONSTRAINT contributor_name_clean CHECK (length(display_name) BETWEEN 1 AND 200 AND is_clean(display_name));
ALTER TABLE topic
  ADD CONSTRAINT topic_slug_spelled CHECK (is_slug(slug)),
  ADD CONSTRAINT topic_name_clean CHECK (length(name) BETWEEN 1 AND 200 AND is_clean(name));
ALTER TABLE revision
  ADD CONSTRAINT revision_headline_clean CHECK (length(headline) BETWEEN 1 AND 250 AND is_clean(headline)),
  ADD CONSTRAINT revision_texts_clean CHECK (is_clean(short_headline) AND is_clean(kicker) AND is_clean(standfirst)
    AND is_clean(dateline_place) AND is_clean(seo_title) AND is_clean(seo_description)),
  ADD CONSTRAINT revision_language_tag CHECK (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
  ADD CONSTRAINT revision_number_from_one CHECK (number >= 1),
  ADD CONSTRAINT revision_not_based_on_itself CHECK (based_on_id <> id),
  ADD CONSTRAINT revision_blocks_are_a_list CHECK (json_typeof(blocks) = 'array');
ALTER TABLE correction ADD CONSTRAINT correction_text_clean CHECK (length(text) BETWEEN 1 AND 2000 AND is_clean(text));

-- Users and keys -------------------------------------------------------------------------------------------------

ALTER TABLE app_user
  ADD CONSTRAINT app_user_email_folded CHECK (email = lower(email) AND email LIKE '%_@_%'),
  ADD CONSTRAINT app_user_name_clean CHECK (length(display_name) BETWEEN 1 AND 200 AND is_clean(display_name));
ALTER TABLE api_client ADD CONSTRAINT api_client_hash_is_sha256 CHECK (key_hash ~ '^[0-9a-f]{64}$');

-- Sections: the path follows the tree; no circles, at most four levels --------------------------------------------

CREATE FUNCTION section_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  above section%ROWTYPE;
BEGIN
  IF NEW.parent_id IS NULL THEN
    NEW.path := NEW.slug;
    RETURN NEW;
  END IF;
  SELECT * INTO above FROM section WHERE id = NEW.parent_id FOR SHARE;
  IF TG_OP = 'UPDATE' AND (above.path = OLD.path OR above.path LIKE OLD.path || '/%') THEN
    RAISE EXCEPTION 'a section cannot stand below itself' USING ERRCODE = 'check_violation', CONSTRAINT = 'section_no_cycle';
  END IF;
  NEW.path := above.path || '/' || NEW.slug;
  IF array_length(string_to_array(NEW.path, '/'), 1) > 4 THEN
    RAISE EXCEPTION 'sections stand at most four levels deep' USING ERRCODE = 'check_violation', CONSTRAINT = 'section_depth';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER section_place BEFORE INSERT OR UPDATE OF parent_id, slug, path ON section
  FOR EACH ROW EXECUTE FUNCTION section_place();

CREATE FUNCTION section_carry_children() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE section SET slug = slug WHERE parent_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER section_carry_children AFTER UPDATE OF parent_id, slug ON section
  FOR EACH ROW WHEN (OLD.path IS DISTINCT FROM NEW.path) EXECUTE FUNCTION section_carry_children();

-- Two moves in opposite directions at the same moment would each see no circle: tree changes take turns.
CREATE FUNCTION section_take_turns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('section-tree', 0));
  RETURN NULL;
END $$;
CREATE TRIGGER section_take_turns BEFORE INSERT OR UPDATE OF parent_id, slug ON section
  FOR EACH STATEMENT EXECUTE FUNCTION section_take_turns();

CREATE INDEX section_path_prefix ON section (path text_pattern_ops);

-- Articles: states, dates, pointers -------------------------------------------------------------------------------

ALTER TABLE article
  ADD CONSTRAINT article_version_from_one CHECK (version >= 1),
  ADD CONSTRAINT article_next_is_whole CHECK ((next_at IS NULL) = (next_revision_id IS NULL)),
  ADD CONSTRAINT article_readable_is_whole CHECK (state NOT IN ('PUBLISHED', 'HELD', 'UNPUBLISHED', 'KILLED')
    OR (live_revision_id IS NOT NULL AND first_published_at IS NOT NULL AND published_at IS NOT NULL
        AND updated_at IS NOT NULL AND path_date IS NOT NULL)),
  ADD CONSTRAINT article_unread_is_bare CHECK (state NOT IN ('DRAFT', 'IN_REVIEW', 'APPROVED', 'SPIKED')
    OR (live_revision_id IS NULL AND published_at IS NULL AND next_at IS NULL)),
  ADD CONSTRAINT article_expires_after_publication CHECK (expires_at > published_at);

CREATE FUNCTION article_first_publication_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the first publication date of an article never changes'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'article_first_publication_stays';
END $$;
CREATE TRIGGER article_first_publication_stays BEFORE UPDATE OF first_published_at, path_date ON article
  FOR EACH ROW WHEN (OLD.first_published_at <= now()
    AND (NEW.first_published_at IS DISTINCT FROM OLD.first_published_at OR NEW.path_date IS DISTINCT FROM OLD.path_date))
  EXECUTE FUNCTION article_first_publication_stays();

CREATE FUNCTION article_version_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the version of an article only grows' USING ERRCODE = 'check_violation', CONSTRAINT = 'article_version_grows';
END $$;
CREATE TRIGGER article_version_grows BEFORE UPDATE ON article
  FOR EACH ROW WHEN (NEW.version < OLD.version OR NEW.id <> OLD.id) EXECUTE FUNCTION article_version_grows();

CREATE INDEX article_listed ON article (section_id, published_at DESC, id DESC) WHERE visible_from IS NOT NULL;
CREATE INDEX article_newest ON article (published_at DESC, id DESC) WHERE visible_from IS NOT NULL;
CREATE INDEX article_head ON article (head_revision_id);
CREATE INDEX article_live ON article (live_revision_id) WHERE live_revision_id IS NOT NULL;
CREATE INDEX article_next ON article (next_revision_id) WHERE next_revision_id IS NOT NULL;
CREATE INDEX article_due ON article (next_at) WHERE next_at IS NOT NULL;

CREATE FUNCTION article_section_is_secondary() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM article a JOIN article_section s ON s.article_id = a.id AND s.section_id = a.section_id
             WHERE a.id = (CASE WHEN TG_TABLE_NAME = 'article' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'article_id' END)::uuid) THEN
    RAISE EXCEPTION 'a secondary section cannot be the main section' USING ERRCODE = 'check_violation', CONSTRAINT = 'article_section_is_secondary';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER article_section_is_secondary AFTER INSERT OR UPDATE ON article_section
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION article_section_is_secondary();
CREATE CONSTRAINT TRIGGER article_section_stays_secondary AFTER UPDATE OF section_id ON article
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.section_id <> NEW.section_id) EXECUTE FUNCTION article_section_is_secondary();

-- Revisions never change; their children are written with them ----------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
END $$;

CREATE TRIGGER revision_unchanged BEFORE UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_kept BEFORE DELETE ON revision FOR EACH ROW WHEN (OLD.kind <> 'AUTOSAVE') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_not_truncated BEFORE TRUNCATE ON revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION written_with_its_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision_id AND written_in = pg_current_xact_id()::text::bigint) THEN
    RAISE EXCEPTION '% rows are written together with their revision', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION removed_with_its_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM revision WHERE id = OLD.revision_id) THEN
    RAISE EXCEPTION '% rows stay as long as their revision', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER byline_unchanged BEFORE UPDATE ON byline FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER byline_with_revision BEFORE INSERT ON byline FOR EACH ROW EXECUTE FUNCTION written_with_its_revision();
CREATE TRIGGER byline_kept BEFORE DELETE ON byline FOR EACH ROW EXECUTE FUNCTION removed_with_its_revision();
CREATE TRIGGER media_placement_unchanged BEFORE UPDATE ON media_placement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER media_placement_with_revision BEFORE INSERT ON media_placement FOR EACH ROW EXECUTE FUNCTION written_with_its_revision();
CREATE TRIGGER media_placement_kept BEFORE DELETE ON media_placement FOR EACH ROW EXECUTE FUNCTION removed_with_its_revision();
CREATE TRIGGER related_link_unchanged BEFORE UPDATE ON related_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER related_link_with_revision BEFORE INSERT ON related_link FOR EACH ROW EXECUTE FUNCTION written_with_its_revision();
CREATE TRIGGER related_link_kept BEFORE DELETE ON related_link FOR EACH ROW EXECUTE FUNCTION removed_with_its_revision();
CREATE TRIGGER article_topic_unchanged BEFORE UPDATE ON article_topic FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER article_topic_with_revision BEFORE INSERT ON article_topic FOR EACH ROW EXECUTE FUNCTION written_with_its_revision();
CREATE TRIGGER article_topic_kept BEFORE DELETE ON article_topic FOR EACH ROW EXECUTE FUNCTION removed_with_its_revision();

ALTER TABLE byline
  ADD CONSTRAINT byline_position_from_zero CHECK (position >= 0),
  ADD CONSTRAINT byline_name_clean CHECK (length(name_as_written) BETWEEN 1 AND 200 AND is_clean(name_as_written));
ALTER TABLE article_topic ADD CONSTRAINT article_topic_position_from_zero CHECK (position >= 0);
ALTER TABLE media_placement
  ADD CONSTRAINT media_placement_position_from_zero CHECK (position >= 0),
  ADD CONSTRAINT media_placement_texts_clean CHECK (is_clean(caption_override) AND is_clean(alt_override));
CREATE UNIQUE INDEX media_placement_one_lead ON media_placement (revision_id) WHERE role = 'LEAD';

CREATE INDEX revision_headline_folded ON revision (fold_headline(headline));

-- Links -----------------------------------------------------------------------------------------------------------

ALTER TABLE related_link
  ADD CONSTRAINT related_link_position_from_zero CHECK (position >= 0),
  ADD CONSTRAINT related_link_not_to_itself CHECK (target_article_id <> article_id),
  ADD CONSTRAINT related_link_one_target CHECK (num_nonnulls(target_article_id, external_address_id) <= 1),
  ADD CONSTRAINT related_link_says_something CHECK (target_article_id IS NOT NULL OR headline IS NOT NULL),
  ADD CONSTRAINT related_link_reciprocal_inside CHECK (NOT reciprocal OR target_article_id IS NOT NULL),
  ADD CONSTRAINT related_link_texts_clean CHECK (is_clean(headline) AND is_clean(summary) AND is_clean(heading) AND headline <> '');
CREATE UNIQUE INDEX related_link_teaser_once ON related_link (revision_id, headline)
  WHERE target_article_id IS NULL AND external_address_id IS NULL;
CREATE INDEX related_link_unresolved ON related_link (headline)
  WHERE target_article_id IS NULL AND external_address_id IS NULL;
CREATE INDEX related_link_reciprocal ON related_link (target_article_id) WHERE reciprocal;

ALTER TABLE external_address
  ADD CONSTRAINT external_address_is_http CHECK (url ~ '^https?://[^\s]+$' AND length(url) <= 2048);
ALTER TABLE redirect
  ADD CONSTRAINT redirect_from_folded CHECK (from_path ~ '^/[^\s]*[^/\s]$' AND from_path = lower(from_path)),
  ADD CONSTRAINT redirect_status_known CHECK (status IN (301, 308, 410)),
  ADD CONSTRAINT redirect_one_target CHECK (num_nonnulls(to_article_id, to_section_id, to_path) = CASE WHEN status = 410 THEN 0 ELSE 1 END),
  ADD CONSTRAINT redirect_no_loop CHECK (to_path <> from_path);

-- Media and credits -----------------------------------------------------------------------------------------------

ALTER TABLE media
  ADD CONSTRAINT media_file_is_whole CHECK (num_nonnulls(sha256, mime, bytes, storage_key) IN (0, 4)),
  ADD CONSTRAINT media_picture_has_size CHECK (kind <> 'IMAGE' OR sha256 IS NULL OR coalesce(width > 0 AND height > 0, false)),
  ADD CONSTRAINT media_hash_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT media_focal_inside CHECK (focal_x BETWEEN 0 AND 1 AND focal_y BETWEEN 0 AND 1),
  ADD CONSTRAINT media_texts_clean CHECK (is_clean(alt) AND is_clean(caption)),
  ADD CONSTRAINT media_credit_line_short CHECK (length(credit_line) <= 2000);
ALTER TABLE media_credit
  ADD CONSTRAINT media_credit_in_order CHECK (position >= 0 AND start >= 0 AND "end" > start),
  ADD CONSTRAINT media_credit_named CHECK (length(name) >= 1);

-- Rails -----------------------------------------------------------------------------------------------------------

ALTER TABLE rail
  ADD CONSTRAINT rail_sizes CHECK (0 <= min_items AND min_items <= max_items AND max_items <= 100 AND position >= 0),
  ADD CONSTRAINT rail_fill_is_whole CHECK ((fill = 'TOPIC') = (topic_id IS NOT NULL) AND (fill = 'TOPIC_TYPE') = (topic_type IS NOT NULL)),
  ADD CONSTRAINT rail_title_clean CHECK (length(title_template) BETWEEN 1 AND 120 AND is_clean(title_template));
ALTER TABLE rail_pin ADD CONSTRAINT rail_pin_range CHECK (position >= 0 AND pinned_until > pinned_from);

-- Corrections, audit and changes are only ever added ---------------------------------------------------------------

CREATE TRIGGER correction_unchanged BEFORE UPDATE OR DELETE ON correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER correction_not_truncated BEFORE TRUNCATE ON correction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_unchanged BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_not_truncated BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER change_unchanged BEFORE UPDATE OR DELETE ON change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER change_not_truncated BEFORE TRUNCATE ON change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_event ADD CONSTRAINT audit_event_reason_given
  CHECK (action NOT IN ('article:unpublish', 'article:kill') OR coalesce(length(trim(reason)), 0) > 0);
CREATE INDEX audit_event_at ON audit_event USING brin (at);

COMMIT;
