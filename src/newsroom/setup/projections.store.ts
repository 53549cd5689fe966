import type { Db } from "../../database/db.ts";

/** The tables readers are answered from, in the order they are made. */
export const projections = ["cards", "lists", "words"] as const;
/** A table readers are answered from. */
export type Projection = (typeof projections)[number];

/** What a rebuilding did to one table, in rows. */
export interface Corrected {
  readonly removed: number;
  readonly written: number;
}

/** How many rows stand in each table readers are answered from. */
export async function countProjections(db: Db): Promise<Readonly<Record<Projection, number>>> {
  return { cards: await db.liveCard.count(), lists: await db.listing.count(), words: await db.searchDoc.count() };
}

/** Articles whose ids lie between two, the second included. */
export interface Part {
  readonly past: string;
  readonly upto: string;
}

const first = "00000000-0000-0000-0000-000000000000";
const last = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** All ids there can be, in parts of so many articles that readers are shown, and how many these are. */
export async function partsOf(
  db: Db,
  most: number,
): Promise<{ readonly parts: readonly Part[]; readonly total: number }> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT rebuild_bounds(${most}::int) AS id`;
  const bounds = [first, ...rows.map(({ id }) => id), last];
  const parts = bounds.slice(1).map((upto, index) => ({ past: bounds[index] ?? first, upto }));
  return { parts, total: await db.article.count({ where: { visibleFrom: { not: null } } }) };
}

/** Makes the rows of one part what its articles say; these cannot be written until the transaction ends. */
export async function rebuildPart(db: Db, { past, upto }: Part): Promise<Readonly<Record<Projection, Corrected>>> {
  const rows = await db.$queryRaw<(Corrected & { projection: Projection })[]>`
    SELECT projection, removed::int, written::int FROM rebuild_articles(${past}::uuid, ${upto}::uuid)`;
  const none = { removed: 0, written: 0 };
  const found = (which: Projection): Corrected => rows.find(({ projection }) => projection === which) ?? none;
  return { cards: found("cards"), lists: found("lists"), words: found("words") };
}

/** Names every answer there is to the event log, and what the clock will change of anything but articles. */
export async function rebuildChanges(db: Db): Promise<void> {
  await db.$executeRaw`SELECT rebuild_changes()`;
}

/** How many rows more or fewer than the articles ask for stand in the table of cards, and in the others than cards. */
export async function missingRows(db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ missing: number }[]>`
    WITH due AS (
      SELECT count(*) FILTER (WHERE visible_from < CASE WHEN next_revision_id <> live_revision_id
               THEN least(visible_until, next_at) ELSE visible_until END)
           + count(*) FILTER (WHERE next_revision_id <> live_revision_id AND greatest(visible_from, next_at) < visible_until)
        AS cards FROM article WHERE visible_from IS NOT NULL)
    SELECT (abs(cards - (SELECT count(*) FROM live_card))
        + abs(cards - (SELECT count(*) FROM listing WHERE list_id = list_all()))
        + abs(cards - (SELECT count(*) FROM search_doc)))::int AS missing FROM due`;
  return rows[0]?.missing ?? 0;
}

/**
 * How many of `most` articles, half of them the last that changed and half taken anywhere, have not the rows they
 * should have.
 */
export async function articlesOutOfStep(db: Db, most: number): Promise<number> {
  const half = Math.ceil(most / 2);
  const rows = await db.$queryRaw<{ wrong: number }[]>`
    SELECT count(*) FILTER (WHERE NOT in_step(id))::int AS wrong FROM (
      (SELECT id FROM article ORDER BY changed_at DESC LIMIT ${half})
      UNION (SELECT id FROM article WHERE visible_from IS NOT NULL ORDER BY random() LIMIT ${half})) looked_at`;
  return rows[0]?.wrong ?? 0;
}
