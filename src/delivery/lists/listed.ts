import { createHash } from "node:crypto";
import { all, clock, sql } from "../plan/index.ts";
import type { Alias, Picked, Sql } from "../plan/index.ts";

/** A part of a list: beginning at which end, between which two places, and how many at most. */
export interface Stretch {
  readonly from: "start" | "end";
  /** Conditions on the place of an article, `l.published_at` and `l.article_id`. */
  readonly between: Sql | null;
  readonly limit: Sql;
}

const orders = {
  start: sql`l.published_at desc, l.article_id desc`,
  end: sql`l.published_at, l.article_id`,
} as const;

/** What makes a row of a projection, under whatever name, one of an article that is live. */
export function liveNow(row: Sql): Sql {
  return sql`${row}.visible_from <= ${clock} and ${row}.visible_until > ${clock}`;
}

/** What makes a row `l` of a list one of an article that is live; the first condition bounds the index. */
export const listedNow: Sql = sql`l.published_at <= ${clock} and ${liveNow(sql`l`)}`;

/** The live articles of a stretch of a list: the list is cut before any card is read. */
export function listed({ col }: Alias<"live_card">, list: Sql, { from, between, limit }: Stretch, more?: Sql): Picked {
  const cut = sql`(select l.revision_id, l.article_id, l.published_at from listing l
    where ${all(sql`l.list_id = ${list}`, listedNow, between, more)} order by ${orders[from]} limit ${limit}) l`;
  return { through: [cut, sql`${col("revision_id")} = l.revision_id`], order: orders[from] };
}

/** The id of the list of a section and all listed sections below it; its twin in SQL is `list_branch`. */
export function branchOf(sectionId: string): string {
  const hash = createHash("md5").update(`branch:${sectionId}`).digest("hex");
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
