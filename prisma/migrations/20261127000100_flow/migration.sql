-- An embargo comes before the readers, never after them; and every change that is due has a number others can go by.
BEGIN;

-- An embargo comes first ----------------------------------------------------------------------------------------------

-- What readers have seen, no embargo takes from them: that is what a hold is for. One that stands is made longer.
CREATE FUNCTION article_embargo_unseen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an embargo is set only on what no reader has seen'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'article_embargo_unseen';
END $$;
CREATE TRIGGER article_embargo_unseen BEFORE UPDATE OF embargo_until, embargo_hold ON article
  FOR EACH ROW WHEN (((NEW.embargo_hold AND NOT OLD.embargo_hold)
      OR coalesce(NEW.embargo_until > coalesce(OLD.embargo_until, '-infinity'), false))
    AND coalesce(OLD.first_published_at <= now(), false)
    AND NOT (OLD.state = 'PUBLISHED' AND (OLD.embargo_hold OR coalesce(OLD.embargo_until > now(), false))))
  EXECUTE FUNCTION article_embargo_unseen();

-- The numbers of what is due ------------------------------------------------------------------------------------------

-- The order in which changes are told to whoever asks: each gets its number once, when it is committed and its time has
-- come. What a long transaction commits late, or the clock brings, comes behind all that was told before it.
ALTER TABLE "change" ADD COLUMN "number" BIGINT;
CREATE UNIQUE INDEX "change_number_key" ON "change"("number");

DROP TRIGGER change_unchanged ON change;
UPDATE change c SET number = n.number FROM (
  SELECT seq, row_number() OVER (ORDER BY due_at, seq) AS number FROM change WHERE due_at <= now()) n
  WHERE c.seq = n.seq;

CREATE INDEX change_unnumbered ON change (due_at, seq) WHERE number IS NULL;

-- Nothing but that number is ever written to a row of the log, and that once.
CREATE TRIGGER change_unchanged BEFORE UPDATE ON change
  FOR EACH ROW WHEN (OLD.number IS NOT NULL OR
    (OLD.seq, OLD.boundary, OLD.entity_type, OLD.entity_id, OLD.due_at, OLD.tags, OLD.tombstone, OLD.created_at, OLD.written_in) IS DISTINCT FROM
    (NEW.seq, NEW.boundary, NEW.entity_type, NEW.entity_id, NEW.due_at, NEW.tags, NEW.tombstone, NEW.created_at, NEW.written_in))
  EXECUTE FUNCTION refuse_change();

-- Numbers what is due and has none, and tells how many. One at a time: the lock is held until the numbers are committed,
-- so no lower number can appear behind a higher one. A row that somebody is just taking back is left for the next time.
CREATE FUNCTION number_changes(most integer DEFAULT 10000) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  numbered bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM change WHERE number IS NULL AND due_at <= now()) THEN RETURN 0; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('change-numbers', 0));
  UPDATE change c SET number = n.number FROM (
    SELECT seq, (SELECT coalesce(max(number), 0) FROM change) + row_number() OVER (ORDER BY due_at, seq) AS number FROM (
      SELECT seq, due_at FROM change WHERE number IS NULL AND due_at <= now()
        ORDER BY due_at, seq LIMIT most FOR UPDATE SKIP LOCKED) due) n
    WHERE c.seq = n.seq;
  GET DIAGNOSTICS numbered = ROW_COUNT;
  RETURN numbered;
END $$;

COMMIT;
