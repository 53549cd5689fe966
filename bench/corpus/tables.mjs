import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

/** What of each table the corpus writes; other columns take their defaults. */
export const columns = {
  section: "id parent_id slug path name position visible",
  contributor: "id display_name slug bio",
  topic: "id type slug name",
  external_address: "id url",
  media: "id sha256 mime bytes width height storage_key alt caption credit_line",
  media_credit: 'media_id position role name start "end" agency_id',
  article:
    "id state section_id slug first_published_at path_date published_at updated_at embargo_until expires_at next_at head_revision_id live_revision_id next_revision_id",
  article_slug: "slug article_id",
  revision: "id article_id number headline standfirst blocks",
  byline: "revision_id position contributor_id name_as_written",
  article_topic: "revision_id topic_id position",
  media_placement: "revision_id role position media_id",
  related_link: "revision_id position article_id key target_article_id external_address_id headline summary",
};

const flushAt = 4_000;

/** Opens one file a table in COPY's text format; `write(table, ...values)`, then `close()` answers with the files. */
export function openTables(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const open = new Map();
  const flush = (file) => {
    if (file.rows.length > 0) writeSync(file.handle, `${file.rows.join("\n")}\n`);
    file.rows = [];
  };
  const fileOf = (table) => {
    if (!open.has(table)) {
      const path = join(folder, `${table}.tsv`);
      open.set(table, { path, handle: openSync(path, "w", 0o644), rows: [] });
    }
    return open.get(table);
  };
  return {
    write(table, ...values) {
      const file = fileOf(table);
      if (file.rows.push(values.map(cell).join("\t")) >= flushAt) flush(file);
    },
    close() {
      for (const file of open.values()) {
        flush(file);
        closeSync(file.handle);
      }
      return [...open].map(([table, { path }]) => ({ table, path }));
    },
  };
}

const escapes = { "\\": "\\\\", "\t": "\\t", "\n": "\\n" };

function cell(value) {
  if (value === null || value === undefined) return "\\N";
  if (value instanceof Date) return value.toISOString();
  return String(value).replace(/[\\\t\n]/g, (sign) => escapes[sign]);
}
