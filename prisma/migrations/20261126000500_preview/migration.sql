-- Keys that show one article before readers have it, and what they are signed with.
BEGIN;

CREATE TABLE "preview_token" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "preview_token_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "preview_token_article_id_created_at_idx" ON "preview_token"("article_id", "created_at");
CREATE INDEX "preview_token_created_by_id_idx" ON "preview_token"("created_by_id");

CREATE TABLE "preview_key" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "secret" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "preview_key_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "preview_token" ADD CONSTRAINT "preview_token_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "preview_token" ADD CONSTRAINT "preview_token_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

ALTER TABLE preview_token
  ADD CONSTRAINT preview_token_ends CHECK (expires_at > created_at AND expires_at <= created_at + interval '31 days'),
  ADD CONSTRAINT preview_token_note_clean CHECK (length(note) BETWEEN 1 AND 200 AND is_clean(note));
ALTER TABLE preview_key
  ADD CONSTRAINT preview_key_is_one CHECK (id = 1),
  ADD CONSTRAINT preview_key_is_long CHECK (length(secret) >= 32);

-- A token only ever loses: it never opens another article, never lasts longer, and never comes back.
CREATE FUNCTION preview_token_only_loses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.article_id, NEW.created_by_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.article_id, OLD.created_by_id, OLD.created_at)
    OR NEW.expires_at > OLD.expires_at
    OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
    RAISE EXCEPTION 'a preview token only ever loses' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'preview_token_only_loses';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER preview_token_only_loses BEFORE UPDATE ON preview_token
  FOR EACH ROW EXECUTE FUNCTION preview_token_only_loses();

COMMIT;
