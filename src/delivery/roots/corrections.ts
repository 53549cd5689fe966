import { house } from "../house.ts";
import {
  cursorSlot,
  fetchedSize,
  nodesWanted,
  pageProject,
  pageRange,
  wishedSize,
  type PageWish,
} from "../lists/index.ts";
import { all, bound, clock, isoTime, sql } from "../plan/index.ts";
import type { Alias, Edge, Noun, Project, Root, Row, Run, Selection, Sql, Wanted } from "../plan/index.ts";
import { inputs } from "./inputs.ts";

/** The name of the list: its cursors fit whatever kind is asked for. */
const list = "corrections";

const input = inputs();
const wishOf = ({ input: given }: Run): PageWish => given;
const cursor = cursorSlot((run) => wishOf(run).after);

// Only notes under what is live, from the cursor on.
const listed = ({ col }: Alias<"correction">, ofKind: boolean): Sql =>
  all(
    sql`${col("published_at")} <= ${clock}`,
    sql`(${col("published_at")}, ${col("id")})
      < (${cursor(({ publishedAt }) => publishedAt.toISOString(), "infinity")}::timestamptz,
         ${cursor(({ id }) => id, "ffffffff-ffff-ffff-ffff-ffffffffffff")}::uuid)`,
    ofKind ? sql`${col("kind")} = ${input("kind")}::correction_kind` : null,
    sql`exists (select from live_card c where c.article_id = ${col("article_id")}
      and c.visible_from <= ${clock} and c.visible_until > ${clock})`,
  );

const notes = (ofKind: boolean): Edge<"correction"> => ({
  noun: { ...house.correction, given: ["noted at", "#id"] },
  many: true,
  most: (run) => wishedSize(wishOf(run)),
  pick: (one) => ({
    where: listed(one, ofKind),
    order: sql`${one.col("published_at")} desc, ${one.col("id")} desc`,
    limit: sql`${bound((run) => fetchedSize(wishOf(run), true))}::int`,
    given: [one.col("published_at"), one.col("id")],
  }),
});

const placeOf = ([time, id]: Row) => ({
  rank: 0,
  publishedAt: new Date(isoTime(time as string)),
  id: id as string,
});

// There is one page of notes, and no table it is a row of.
const page = (below: Selection, ofKind: boolean): Noun<"section"> => ({
  type: "CorrectionConnection",
  table: "section",
  entries: {},
  project: (_selection, at): Project<Row> => {
    const nodes = nodesWanted(below);
    const rows = at.rows(
      notes(ofKind),
      nodes.map((one) => one.below),
    );
    const shape = { nullable: false, item: null, leaf: null };
    const wanted: Wanted = { key: "", field: "corrections", args: null, shape, below };
    const show = pageProject(wanted, nodes, rows.projects);
    return (row, run) => {
      const wish = wishOf(run);
      const range = pageRange(list, wish);
      const newer = (wish.after ?? null) !== null;
      const found = row[rows.cell] as readonly Row[];
      return show({ list, range, rows: found, placeOf, newer, older: false, total: null }, run);
    };
  },
});

/** The public notes under live articles, newest first; of the kind `kind` when `ofKind`. */
export const corrections = (below: Selection, ofKind: boolean): Root<"section"> => ({
  name: ofKind ? "corrections of a kind" : "corrections",
  edge: { noun: page(below, ofKind), many: false, most: () => 1, pick: () => ({ source: sql`(select 1)` }) },
  tags: () => [list],
});
