-- The audit as a chain: every audit row gets a link when its transaction commits, and each link holds the hash of the
-- one before it. Besides: the sections a user's work is limited to, and that there is always an admin.
BEGIN;

-- No row may slip in between those chained below and the trigger that chains the others.
LOCK TABLE audit_event IN SHARE ROW EXCLUSIVE MODE;

-- CreateTable
CREATE TABLE "audit_link" (
    "seq" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "user_section" (
    "user_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,

    CONSTRAINT "user_section_pkey" PRIMARY KEY ("user_id","section_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_event_id_key" ON "audit_link"("event_id");

-- CreateIndex
CREATE INDEX "user_section_section_id_idx" ON "user_section"("section_id");

-- AddForeignKey
ALTER TABLE "audit_link" ADD CONSTRAINT "audit_link_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "audit_event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "user_section" ADD CONSTRAINT "user_section_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
-- A section that goes must not take a limit with it: whoever has no limit left may work everywhere.
ALTER TABLE "user_section" ADD CONSTRAINT "user_section_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- The chain --------------------------------------------------------------------------------------------------------

ALTER TABLE audit_link ADD CONSTRAINT audit_link_sha256
  CHECK (seq >= 1 AND octet_length(prev_hash) = 32 AND octet_length(hash) = 32);

-- Length and value, so that no two lists of values have the same text; nothing is written as "-".
CREATE FUNCTION audit_field(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value IS NULL THEN '-' ELSE octet_length(value) || ':' || value END || chr(10);

-- What is hashed of a row. `desk audit verify` writes the same text by itself, so it does not have to believe this one.
CREATE FUNCTION audit_text(seq bigint, event audit_event) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN 'dateline audit 1' || chr(10)
  || audit_field(seq::text)
  || audit_field(event.id::text)
  || audit_field(to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  || audit_field(event.actor_kind::text)
  || audit_field(event.actor_id::text)
  || audit_field(event.actor_name)
  || audit_field(event.door::text)
  || audit_field(event.os_user)
  || audit_field(event.action)
  || audit_field(event.entity_type)
  || audit_field(event.entity_id::text)
  || audit_field(event.before::text)
  || audit_field(event.after::text)
  || audit_field(event.reason)
  || audit_field(event.request_id);

-- Works a link out by itself, whatever was given, so that only the right one can be written. The turn is kept until the
-- commit is visible: whoever takes it next finds this link, and the order of links is the order of commits. The turn of
-- the section tree comes before it, as it does for whoever moves a section.
CREATE FUNCTION audit_link_made() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  event audit_event%ROWTYPE;
  last audit_link%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('section-tree', 0));
  PERFORM pg_advisory_xact_lock(hashtextextended('audit-chain', 0));
  SELECT * INTO event FROM audit_event WHERE id = NEW.event_id;
  SELECT * INTO last FROM audit_link ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.prev_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  NEW.hash := sha256(NEW.prev_hash || convert_to(audit_text(NEW.seq, event), 'UTF8'));
  RETURN NEW;
END $$;
CREATE TRIGGER audit_link_made BEFORE INSERT ON audit_link FOR EACH ROW EXECUTE FUNCTION audit_link_made();

-- Who reads from an older snapshot may not see the last link; such a transaction is to be tried again.
CREATE FUNCTION audit_event_chained() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_link (event_id) VALUES (NEW.id);
  RETURN NULL;
EXCEPTION WHEN unique_violation THEN
  RAISE EXCEPTION 'the audit chain has moved on' USING ERRCODE = 'serialization_failure';
END $$;

INSERT INTO audit_link (event_id) SELECT id FROM audit_event ORDER BY id;

CREATE CONSTRAINT TRIGGER audit_event_chained AFTER INSERT ON audit_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_event_chained();
CREATE TRIGGER audit_link_unchanged BEFORE UPDATE OR DELETE ON audit_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_link_not_truncated BEFORE TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Somebody can always manage users ---------------------------------------------------------------------------------

CREATE FUNCTION app_user_admin_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('admins', 0));
  IF NOT EXISTS (SELECT FROM app_user WHERE role = 'ADMIN' AND disabled_at IS NULL) THEN
    RAISE EXCEPTION 'the last enabled admin stays one' USING ERRCODE = 'check_violation', CONSTRAINT = 'app_user_last_admin';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER app_user_admin_left AFTER UPDATE OF role, disabled_at OR DELETE ON app_user
  FOR EACH ROW WHEN (OLD.role = 'ADMIN' AND OLD.disabled_at IS NULL) EXECUTE FUNCTION app_user_admin_left();

COMMIT;
