-- Which revision an editor saw at a version, so that a conflict can show all three sides; and who is at work on what.
BEGIN;

ALTER TABLE "revision" ADD COLUMN "at_version" INTEGER, ADD COLUMN "replaced_from" INTEGER;

-- What an editor has open at this moment is the newest revision at the article's present version; older is not known.
ALTER TABLE revision DISABLE TRIGGER revision_unchanged;
UPDATE revision r SET at_version = CASE WHEN r.number = 1 THEN 1 ELSE a.version END
  FROM article a WHERE a.id = r.article_id AND a.head_revision_id = r.id;
ALTER TABLE revision ENABLE TRIGGER revision_unchanged;

ALTER TABLE revision
  ADD CONSTRAINT revision_at_version_from_one CHECK (at_version >= 1),
  ADD CONSTRAINT revision_replaced_before CHECK (replaced_from IS NULL OR coalesce(replaced_from < at_version, false));

CREATE TABLE "article_lock" (
    "article_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "article_lock_pkey" PRIMARY KEY ("article_id")
);
CREATE INDEX "article_lock_user_id_idx" ON "article_lock"("user_id");
ALTER TABLE "article_lock" ADD CONSTRAINT "article_lock_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "article_lock" ADD CONSTRAINT "article_lock_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE article_lock
  ADD CONSTRAINT article_lock_ends CHECK (until > since),
  ADD CONSTRAINT article_lock_note_clean CHECK (length(note) BETWEEN 1 AND 500 AND is_clean(note));

COMMIT;
