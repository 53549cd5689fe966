/** What a card tells of an article, in the order of its columns. */
export const cardColumns = [
  "revision_id",
  "article_id",
  "section_id",
  "kind",
  "slug",
  "path",
  "first_published_at",
  "published_at",
  "updated_at",
  "visible_from",
  "visible_until",
  "headline",
  "short_headline",
  "kicker",
  "standfirst",
  "language",
  "dateline",
  "lead_media_id",
  "lead_position",
  "lead_alt",
  "lead_caption",
  "media_ids",
  "article_ids",
  "has_boxes",
] as const;

/** What delivery reads, by table; columns are spelled as in the database. */
export interface Tables {
  live_card: (typeof cardColumns)[number];
  section: "id" | "parent_id" | "slug" | "path" | "name" | "description" | "position" | "visible";
  byline: "revision_id" | "position" | "contributor_id" | "name_as_written" | "role";
  contributor: "id" | "kind" | "display_name" | "slug" | "bio";
  topic: "id" | "type" | "slug" | "name" | "description";
  correction: "id" | "article_id" | "kind" | "text" | "published_at";
  media:
    | "id"
    | "kind"
    | "state"
    | "mime"
    | "width"
    | "height"
    | "storage_key"
    | "alt"
    | "decorative"
    | "caption"
    | "credit_line"
    | "rights_expire_at"
    | "digital_source_type";
  media_credit: "media_id" | "position" | "role" | "name" | "agency_id";
  agency: "id" | "name";
  related_link:
    | "revision_id"
    | "position"
    | "article_id"
    | "key"
    | "kind"
    | "target_article_id"
    | "external_address_id"
    | "headline"
    | "summary"
    | "heading"
    | "reciprocal";
  external_address: "id" | "url" | "state";
  rail:
    | "id"
    | "key"
    | "title_template"
    | "position"
    | "fill"
    | "section_id"
    | "topic_id"
    | "topic_type"
    | "min_items"
    | "max_items"
    | "when_empty";
}

/** A table delivery reads. */
export type TableName = keyof Tables;
/** A column of a table. */
export type Column<Table extends TableName> = Tables[Table];
