import { house } from "../house.ts";
import { fetchedSize, liveNow, wishedSize } from "../lists/index.ts";
import { all, bound, clock, sql } from "../plan/index.ts";
import type { Alias, Edge, Root, Selection, Sql } from "../plan/index.ts";
import { inputs } from "./inputs.ts";
import { begin, onePage, placeAt, wishOf } from "./one-page.ts";

/** The name of the list: its cursors fit whatever kind is asked for. */
const list = "corrections";

const input = inputs();

// Only notes under what is live, from the cursor on.
const listed = ({ col }: Alias<"correction">, ofKind: boolean): Sql =>
  all(
    sql`${col("published_at")} <= ${clock}`,
    sql`(${col("published_at")}, ${col("id")}) < (${begin.time}, ${begin.id})`,
    ofKind ? sql`${col("kind")} = ${input("kind")}::correction_kind` : null,
    sql`exists (select from live_card c where c.article_id = ${col("article_id")} and ${liveNow(sql`c`)})`,
  );

const notes = (ofKind: boolean): Edge<"correction"> => ({
  noun: { ...house.correction, given: ["published_at", "id"] },
  many: true,
  most: (run) => wishedSize(wishOf(run)),
  pick: (one) => ({
    where: listed(one, ofKind),
    order: sql`${one.col("published_at")} desc, ${one.col("id")} desc`,
    limit: sql`${bound((run) => fetchedSize(wishOf(run), true))}::int`,
    given: [one.col("published_at"), one.col("id")],
  }),
});

/** The public notes under live articles, newest first; of the kind `kind` when `ofKind`. */
export const corrections = (below: Selection, ofKind: boolean): Root<"section"> => ({
  name: ofKind ? "corrections of a kind" : "corrections",
  edge: onePage(below, {
    ...{ field: "corrections", type: "CorrectionConnection", rows: notes(ofKind) },
    list: () => list,
    placeOf: (row) => placeAt(0, row.text(0), row.text(1)),
  }),
  tags: () => [list],
});
