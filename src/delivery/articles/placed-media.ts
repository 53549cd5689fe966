import { of, sql } from "../plan/index.ts";
import type { Edge, House, Row, Run, Site } from "../plan/index.ts";
import { saidThere } from "./media.noun.ts";

const mostPlaced = 100;

const placeSql = sql`p.revision_id || '/' || p.role || '/' || p.position`;

/** The cells every row of placed media gives besides: the role it is placed in, and where among those. */
const placeCells = ["role", "position"] as const;

/** Whether a row of placed media stands inside the text. */
export const isInline = (row: Row): boolean => row.text(2) === "INLINE";

/** Where a row of placed media stands among those of its role. */
export const positionOf = (row: Row): number => row.value(3) as number;

/** What a revision places, in the order of roles and places. */
export const placedMedia = ({ media }: House, at: Site<"live_card">): Edge<"media"> => ({
  noun: { ...media, given: [...saidThere, ...placeCells] },
  key: "placed",
  many: true,
  most: () => mostPlaced,
  pick: ({ col }) => ({
    through: [sql`media_placement p`, sql`${col("id")} = p.media_id`],
    where: sql`p.revision_id = ${at.one.col("revision_id")}`,
    order: sql`p.role, p.position`,
    limit: sql.lit(mostPlaced),
    given: [sql`p.alt_override`, sql`p.caption_override`, sql`p.role`, sql`p.position`],
    onDemand: { place: placeSql },
  }),
});

/** Reports every medium a revision places, shown or not. Returns what to do with a row. */
export function notePlaced(at: Site<"live_card">): (row: Row, run: Run) => void {
  const placed = sql`(select coalesce(json_agg(p.media_id), '[]') from media_placement p
    where p.revision_id = ${at.one.col("revision_id")})`;
  const ids = at.cell("#placed", () => of("bare", placed));
  return (row, run) => {
    noteMedia(row.value(ids) as readonly string[], run);
  };
}

/** Reports media by their ids, shown or not. */
export function noteMedia(ids: readonly string[], run: Run): void {
  for (const id of ids) run.tags.note("media", id);
}
