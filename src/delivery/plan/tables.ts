/**
 * What kind of value a column holds, which decides how it is written into JSON: an id, word or time needs no escaping;
 * "?" says that it may be null; "any" is left to Postgres.
 */
export type Form = "id" | "id?" | "word" | "word?" | "time" | "time?" | "text" | "text?" | "bare" | "bare?" | "any";

/** What delivery reads: tables and their columns, spelled as in the database. */
export const tables = {
  live_card: {
    revision_id: "id",
    article_id: "id",
    section_id: "id",
    kind: "word",
    slug: "word",
    path: "word",
    first_published_at: "time",
    published_at: "time",
    updated_at: "time",
    visible_from: "time",
    visible_until: "time",
    headline: "text",
    short_headline: "text?",
    kicker: "text?",
    standfirst: "text?",
    language: "word",
    dateline: "text?",
    lead_media_id: "id?",
    lead_position: "bare?",
    lead_alt: "text?",
    lead_caption: "text?",
    media_ids: "any",
    article_ids: "any",
    has_boxes: "bare",
  },
  section: {
    id: "id",
    parent_id: "id?",
    slug: "word",
    path: "word",
    name: "text",
    description: "text?",
    position: "bare",
    visible: "bare",
  },
  byline: { revision_id: "id", position: "bare", contributor_id: "id?", name_as_written: "text", role: "word" },
  contributor: { id: "id", kind: "word", display_name: "text", slug: "word", bio: "text?" },
  topic: { id: "id", type: "word", slug: "word", name: "text", description: "text?" },
  correction: { id: "id", article_id: "id", kind: "word", text: "text", published_at: "time" },
  media: {
    id: "id",
    kind: "word",
    state: "word",
    mime: "text?",
    width: "bare?",
    height: "bare?",
    storage_key: "text?",
    alt: "text?",
    decorative: "bare",
    caption: "text?",
    credit_line: "text",
    rights_expire_at: "time?",
    digital_source_type: "text?",
  },
  media_credit: { media_id: "id", position: "bare", role: "word", name: "text", agency_id: "id?" },
  agency: { id: "id", name: "text" },
  related_link: {
    revision_id: "id",
    position: "bare",
    article_id: "id",
    key: "id",
    kind: "word",
    target_article_id: "id?",
    external_address_id: "id?",
    headline: "text?",
    summary: "text?",
    heading: "text?",
    reciprocal: "bare",
  },
  rail: {
    id: "id",
    key: "text",
    title_template: "text",
    position: "bare",
    fill: "word",
    section_id: "id?",
    topic_id: "id?",
    topic_type: "word?",
    min_items: "bare",
    max_items: "bare",
    when_empty: "word",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Form>>>>;

type Tables = { readonly [Table in keyof typeof tables]: Extract<keyof (typeof tables)[Table], string> };

/** A table delivery reads. */
export type TableName = keyof Tables;
/** A column of a table. */
export type Column<Table extends TableName> = Tables[Table];

/** What a card holds spelled in its column `spelled`, in this order: what teasers are made of. */
export const spelledOfCards = [
  "article_id",
  "section_id",
  "kind",
  "path",
  "published_at",
  "updated_at",
  "headline",
  "short_headline",
  "kicker",
  "standfirst",
] as const satisfies readonly Column<"live_card">[];

/** The cell of a row of cards in which a column stands. */
export const cardCell = (name: (typeof spelledOfCards)[number]): number => spelledOfCards.indexOf(name);

/** The first cell of a row of cards that its edge gives. */
export const givenToCards = spelledOfCards.length;

/** What a card tells of an article, in the order of its columns. */
export const cardColumns = Object.keys(tables.live_card) as readonly Column<"live_card">[];
