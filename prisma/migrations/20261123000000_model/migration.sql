-- Tables as declared in prisma/schema; the pointers of an article are deferrable, its visible range is generated.
BEGIN;


-- CreateEnum
CREATE TYPE "role" AS ENUM ('REPORTER', 'EDITOR', 'DESK_HEAD', 'ADMIN');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('USER', 'SYSTEM');

-- CreateEnum
CREATE TYPE "door" AS ENUM ('CLI', 'GRAPHQL', 'JOB', 'SETUP');

-- CreateEnum
CREATE TYPE "article_kind" AS ENUM ('NEWS', 'OPINION', 'ANALYSIS', 'LIVE', 'GALLERY', 'VIDEO');

-- CreateEnum
CREATE TYPE "article_state" AS ENUM ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'HELD', 'UNPUBLISHED', 'KILLED', 'SPIKED');

-- CreateEnum
CREATE TYPE "revision_kind" AS ENUM ('SAVE', 'AUTOSAVE', 'IMPORT', 'CORRECTION', 'RESTORE');

-- CreateEnum
CREATE TYPE "byline_role" AS ENUM ('author', 'contributor', 'editor', 'translator', 'photographer', 'additional');

-- CreateEnum
CREATE TYPE "correction_kind" AS ENUM ('CORRECTION', 'CLARIFICATION', 'UPDATE', 'EDITORS_NOTE', 'RETRACTION');

-- CreateEnum
CREATE TYPE "contributor_kind" AS ENUM ('PERSON', 'ORGANISATION');

-- CreateEnum
CREATE TYPE "topic_type" AS ENUM ('KEYWORD', 'PERSON', 'PLACE', 'ORGANISATION', 'EVENT', 'SERIES', 'BLOG');

-- CreateEnum
CREATE TYPE "rail_fill" AS ENUM ('NONE', 'SECTION', 'TOPIC', 'TOPIC_TYPE', 'NEWEST');

-- CreateEnum
CREATE TYPE "when_empty" AS ENUM ('HIDE', 'SHOW');

-- CreateEnum
CREATE TYPE "link_kind" AS ENUM ('RELATED', 'BACKGROUND', 'TIMELINE', 'EXPLAINER', 'SOURCE');

-- CreateEnum
CREATE TYPE "address_state" AS ENUM ('UNCHECKED', 'OK', 'MOVED', 'DEAD', 'BLOCKED');

-- CreateEnum
CREATE TYPE "redirect_origin" AS ENUM ('SLUG', 'SECTION', 'IMPORT', 'MANUAL');

-- CreateEnum
CREATE TYPE "media_kind" AS ENUM ('IMAGE', 'VIDEO', 'AUDIO', 'DOCUMENT');

-- CreateEnum
CREATE TYPE "media_state" AS ENUM ('ACTIVE', 'EXPIRED', 'KILLED');

-- CreateEnum
CREATE TYPE "placement_role" AS ENUM ('LEAD', 'INLINE', 'GALLERY');

-- CreateEnum
CREATE TYPE "credit_role" AS ENUM ('photographer', 'agency', 'distributor', 'pool', 'handout', 'organization', 'courtesy', 'client', 'file', 'screengrab', 'platform', 'account', 'licence', 'copyrightYear', 'reference');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_client" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_prefix" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "door" "door" NOT NULL,
    "os_user" TEXT,
    "action" TEXT NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "request_id" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "kind" "article_kind" NOT NULL DEFAULT 'NEWS',
    "state" "article_state" NOT NULL DEFAULT 'DRAFT',
    "section_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "first_published_at" TIMESTAMPTZ(3),
    "path_date" DATE,
    "published_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3),
    "embargo_until" TIMESTAMPTZ(3),
    "embargo_hold" BOOLEAN NOT NULL DEFAULT false,
    "embargo_note" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),
    "next_is_minor" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "head_revision_id" UUID NOT NULL,
    "live_revision_id" UUID,
    "next_revision_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "visible_from" TIMESTAMPTZ(3) GENERATED ALWAYS AS (
        CASE WHEN "state" = 'PUBLISHED' AND "live_revision_id" IS NOT NULL AND NOT "embargo_hold"
        THEN greatest("published_at", "embargo_until") END) STORED,
    "visible_until" TIMESTAMPTZ(3) GENERATED ALWAYS AS (coalesce("expires_at", 'infinity'::timestamptz)) STORED,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_section" (
    "article_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,

    CONSTRAINT "article_section_pkey" PRIMARY KEY ("article_id","section_id")
);

-- CreateTable
CREATE TABLE "article_slug" (
    "slug" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "based_on_id" UUID,
    "kind" "revision_kind" NOT NULL DEFAULT 'SAVE',
    "headline" TEXT NOT NULL,
    "short_headline" TEXT,
    "kicker" TEXT,
    "standfirst" TEXT,
    "blocks" JSON NOT NULL,
    "blocks_version" INTEGER NOT NULL DEFAULT 1,
    "dateline_place" TEXT,
    "dateline_raw" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "seo_title" TEXT,
    "seo_description" TEXT,
    "note" TEXT,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "written_in" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "byline" (
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "contributor_id" UUID,
    "name_as_written" TEXT NOT NULL,
    "role" "byline_role" NOT NULL DEFAULT 'author',

    CONSTRAINT "byline_pkey" PRIMARY KEY ("revision_id","position")
);

-- CreateTable
CREATE TABLE "article_topic" (
    "revision_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_topic_pkey" PRIMARY KEY ("revision_id","topic_id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID,
    "kind" "correction_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "internal_reason" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "author_id" UUID,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contributor" (
    "id" UUID NOT NULL,
    "kind" "contributor_kind" NOT NULL DEFAULT 'PERSON',
    "display_name" TEXT NOT NULL,
    "sort_name" TEXT,
    "slug" TEXT NOT NULL,
    "bio" TEXT,
    "email" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contributor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "type" "topic_type" NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "scheme_uri" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "seq" BIGSERIAL NOT NULL,
    "written_in" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "boundary" TEXT NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "tags" TEXT[],
    "tombstone" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "external_id" (
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "external_id_pkey" PRIMARY KEY ("source","external_id")
);

-- CreateTable
CREATE TABLE "rail" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title_template" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "fill" "rail_fill" NOT NULL,
    "section_id" UUID,
    "topic_id" UUID,
    "topic_type" "topic_type",
    "min_items" INTEGER NOT NULL DEFAULT 0,
    "max_items" INTEGER NOT NULL DEFAULT 4,
    "when_empty" "when_empty" NOT NULL DEFAULT 'SHOW',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rail_pin" (
    "rail_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "pinned_from" TIMESTAMPTZ(3),
    "pinned_until" TIMESTAMPTZ(3),

    CONSTRAINT "rail_pin_pkey" PRIMARY KEY ("rail_id","position")
);

-- CreateTable
CREATE TABLE "related_link" (
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "kind" "link_kind" NOT NULL DEFAULT 'RELATED',
    "target_article_id" UUID,
    "external_address_id" UUID,
    "headline" TEXT,
    "summary" TEXT,
    "heading" TEXT,
    "reciprocal" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "related_link_pkey" PRIMARY KEY ("revision_id","position")
);

-- CreateTable
CREATE TABLE "external_address" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "state" "address_state" NOT NULL DEFAULT 'UNCHECKED',
    "http_status" INTEGER,
    "final_url" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "fail_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "external_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redirect" (
    "id" UUID NOT NULL,
    "from_path" TEXT NOT NULL,
    "is_prefix" BOOLEAN NOT NULL DEFAULT false,
    "to_article_id" UUID,
    "to_section_id" UUID,
    "to_path" TEXT,
    "status" INTEGER NOT NULL DEFAULT 301,
    "origin" "redirect_origin" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "redirect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL,
    "kind" "media_kind" NOT NULL DEFAULT 'IMAGE',
    "state" "media_state" NOT NULL DEFAULT 'ACTIVE',
    "sha256" TEXT,
    "mime" TEXT,
    "bytes" INTEGER,
    "width" INTEGER,
    "height" INTEGER,
    "focal_x" DOUBLE PRECISION,
    "focal_y" DOUBLE PRECISION,
    "placeholder" TEXT,
    "storage_key" TEXT,
    "alt" TEXT,
    "decorative" BOOLEAN NOT NULL DEFAULT false,
    "caption" TEXT,
    "credit_line" TEXT NOT NULL DEFAULT '',
    "source_name" TEXT,
    "copyright_notice" TEXT,
    "usage_terms" TEXT,
    "instructions" TEXT,
    "supplier_ref" TEXT,
    "rights_class" TEXT,
    "rights_expire_at" TIMESTAMPTZ(3),
    "digital_source_type" TEXT,
    "taken_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_credit" (
    "media_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" "credit_role" NOT NULL,
    "name" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "agency_id" UUID,
    "contributor_id" UUID,

    CONSTRAINT "media_credit_pkey" PRIMARY KEY ("media_id","position")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    "kind" TEXT NOT NULL,
    "leads" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_alias" (
    "folded" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "agency_id" UUID NOT NULL,

    CONSTRAINT "agency_alias_pkey" PRIMARY KEY ("folded")
);

-- CreateTable
CREATE TABLE "media_placement" (
    "revision_id" UUID NOT NULL,
    "role" "placement_role" NOT NULL,
    "position" INTEGER NOT NULL,
    "media_id" UUID NOT NULL,
    "caption_override" TEXT,
    "alt_override" TEXT,

    CONSTRAINT "media_placement_pkey" PRIMARY KEY ("revision_id","role","position")
);

-- CreateTable
CREATE TABLE "section" (
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "slug" TEXT NOT NULL,
    "path" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "description" TEXT,
    "position" INTEGER NOT NULL,
    "visible" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "section_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "api_client_key_prefix_key" ON "api_client"("key_prefix");

-- CreateIndex
CREATE INDEX "api_client_user_id_idx" ON "api_client"("user_id");

-- CreateIndex
CREATE INDEX "audit_event_entity_type_entity_id_id_idx" ON "audit_event"("entity_type", "entity_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE INDEX "article_section_id_idx" ON "article"("section_id");

-- CreateIndex
CREATE INDEX "article_state_changed_at_idx" ON "article"("state", "changed_at" DESC);

-- CreateIndex
CREATE INDEX "article_section_section_id_idx" ON "article_section"("section_id");

-- CreateIndex
CREATE INDEX "article_slug_article_id_idx" ON "article_slug"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_slug_article_id_key" ON "article_slug"("slug", "article_id");

-- CreateIndex
CREATE INDEX "revision_based_on_id_idx" ON "revision"("based_on_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_id_article_id_key" ON "revision"("id", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_article_id_number_key" ON "revision"("article_id", "number");

-- CreateIndex
CREATE INDEX "byline_contributor_id_idx" ON "byline"("contributor_id");

-- CreateIndex
CREATE UNIQUE INDEX "byline_revision_id_contributor_id_role_key" ON "byline"("revision_id", "contributor_id", "role");

-- CreateIndex
CREATE INDEX "article_topic_topic_id_idx" ON "article_topic"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_topic_revision_id_position_key" ON "article_topic"("revision_id", "position");

-- CreateIndex
CREATE INDEX "correction_article_id_published_at_idx" ON "correction"("article_id", "published_at");

-- CreateIndex
CREATE INDEX "correction_revision_id_idx" ON "correction"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "contributor_slug_key" ON "contributor"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "topic_scheme_uri_key" ON "topic"("scheme_uri");

-- CreateIndex
CREATE UNIQUE INDEX "topic_type_slug_key" ON "topic"("type", "slug");

-- CreateIndex
CREATE INDEX "change_written_in_seq_idx" ON "change"("written_in", "seq");

-- CreateIndex
CREATE INDEX "change_due_at_idx" ON "change"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "change_entity_id_boundary_due_at_key" ON "change"("entity_id", "boundary", "due_at");

-- CreateIndex
CREATE INDEX "external_id_entity_type_entity_id_idx" ON "external_id"("entity_type", "entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "rail_key_key" ON "rail"("key");

-- CreateIndex
CREATE INDEX "rail_section_id_idx" ON "rail"("section_id");

-- CreateIndex
CREATE INDEX "rail_topic_id_idx" ON "rail"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "rail_position_key" ON "rail"("position");

-- CreateIndex
CREATE INDEX "rail_pin_article_id_idx" ON "rail_pin"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "rail_pin_rail_id_article_id_key" ON "rail_pin"("rail_id", "article_id");

-- CreateIndex
CREATE INDEX "related_link_target_article_id_idx" ON "related_link"("target_article_id");

-- CreateIndex
CREATE INDEX "related_link_external_address_id_idx" ON "related_link"("external_address_id");

-- CreateIndex
CREATE UNIQUE INDEX "related_link_revision_id_key_key" ON "related_link"("revision_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "related_link_revision_id_target_article_id_key" ON "related_link"("revision_id", "target_article_id");

-- CreateIndex
CREATE UNIQUE INDEX "related_link_revision_id_external_address_id_key" ON "related_link"("revision_id", "external_address_id");

-- CreateIndex
CREATE UNIQUE INDEX "external_address_url_key" ON "external_address"("url");

-- CreateIndex
CREATE UNIQUE INDEX "redirect_from_path_key" ON "redirect"("from_path");

-- CreateIndex
CREATE INDEX "redirect_to_article_id_idx" ON "redirect"("to_article_id");

-- CreateIndex
CREATE INDEX "redirect_to_section_id_idx" ON "redirect"("to_section_id");

-- CreateIndex
CREATE UNIQUE INDEX "media_sha256_key" ON "media"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "media_storage_key_key" ON "media"("storage_key");

-- CreateIndex
CREATE INDEX "media_credit_role_name_idx" ON "media_credit"("role", "name");

-- CreateIndex
CREATE INDEX "media_credit_agency_id_idx" ON "media_credit"("agency_id");

-- CreateIndex
CREATE INDEX "media_credit_contributor_id_idx" ON "media_credit"("contributor_id");

-- CreateIndex
CREATE UNIQUE INDEX "agency_name_key" ON "agency"("name");

-- CreateIndex
CREATE INDEX "agency_alias_agency_id_idx" ON "agency_alias"("agency_id");

-- CreateIndex
CREATE INDEX "media_placement_media_id_idx" ON "media_placement"("media_id");

-- CreateIndex
CREATE UNIQUE INDEX "section_path_key" ON "section"("path");

-- CreateIndex
ALTER TABLE "section" ADD CONSTRAINT "section_parent_id_position_key" UNIQUE NULLS NOT DISTINCT ("parent_id", "position") DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_head_revision_id_id_fkey" FOREIGN KEY ("head_revision_id", "id") REFERENCES "revision"("id", "article_id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_live_revision_id_id_fkey" FOREIGN KEY ("live_revision_id", "id") REFERENCES "revision"("id", "article_id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_next_revision_id_id_fkey" FOREIGN KEY ("next_revision_id", "id") REFERENCES "revision"("id", "article_id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_slug_id_fkey" FOREIGN KEY ("slug", "id") REFERENCES "article_slug"("slug", "article_id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "article_section" ADD CONSTRAINT "article_section_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_section" ADD CONSTRAINT "article_section_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_slug" ADD CONSTRAINT "article_slug_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_based_on_id_fkey" FOREIGN KEY ("based_on_id") REFERENCES "revision"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "byline" ADD CONSTRAINT "byline_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "byline" ADD CONSTRAINT "byline_contributor_id_fkey" FOREIGN KEY ("contributor_id") REFERENCES "contributor"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_revision_id_article_id_fkey" FOREIGN KEY ("revision_id", "article_id") REFERENCES "revision"("id", "article_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rail" ADD CONSTRAINT "rail_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rail" ADD CONSTRAINT "rail_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rail_pin" ADD CONSTRAINT "rail_pin_rail_id_fkey" FOREIGN KEY ("rail_id") REFERENCES "rail"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rail_pin" ADD CONSTRAINT "rail_pin_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "related_link" ADD CONSTRAINT "related_link_revision_id_article_id_fkey" FOREIGN KEY ("revision_id", "article_id") REFERENCES "revision"("id", "article_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "related_link" ADD CONSTRAINT "related_link_target_article_id_fkey" FOREIGN KEY ("target_article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "related_link" ADD CONSTRAINT "related_link_external_address_id_fkey" FOREIGN KEY ("external_address_id") REFERENCES "external_address"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "redirect" ADD CONSTRAINT "redirect_to_article_id_fkey" FOREIGN KEY ("to_article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "redirect" ADD CONSTRAINT "redirect_to_section_id_fkey" FOREIGN KEY ("to_section_id") REFERENCES "section"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "media_credit" ADD CONSTRAINT "media_credit_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "media_credit" ADD CONSTRAINT "media_credit_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "media_credit" ADD CONSTRAINT "media_credit_contributor_id_fkey" FOREIGN KEY ("contributor_id") REFERENCES "contributor"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agency_alias" ADD CONSTRAINT "agency_alias_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "media_placement" ADD CONSTRAINT "media_placement_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "media_placement" ADD CONSTRAINT "media_placement_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

COMMIT;
