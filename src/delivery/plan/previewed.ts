import { bound, clock, joined, sql, type Sql } from "./sql.ts";
import { cardColumns } from "./tables.ts";

const previewing = (part: "articleId" | "revisionId"): Sql => bound((run) => run.lens.preview?.[part]);

/** Cards as a preview sees them: its article in one revision of its own, whatever its state, all others live. */
export const previewed: Sql = sql`(select ${joined(cardColumns.map((name) => sql.ref(name)))} from live_card
  where article_id <> ${previewing("articleId")}::uuid
  union all select ${joined(cardColumns.map(previewColumn))} from card_source
  where article_id = ${previewing("articleId")}::uuid and revision_id = ${previewing("revisionId")}::uuid)`;

function previewColumn(name: (typeof cardColumns)[number]): Sql {
  if (name === "visible_from") return sql`'-infinity'::timestamptz`;
  if (name === "visible_until") return sql`'infinity'::timestamptz`;
  if (name === "path") return sql`coalesce(path, '/' || slug)`;
  return name.endsWith("_at") ? sql`coalesce(${sql.ref(name)}, ${clock})` : sql.ref(name);
}
