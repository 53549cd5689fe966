import type { Db } from "../../database/db.ts";
import { Prisma } from "../../database/generated/client.ts";

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

const steps: Readonly<Record<Projection, Prisma.Sql>> = {
  cards: Prisma.sql`rebuild_cards()`,
  lists: Prisma.sql`rebuild_lists()`,
  words: Prisma.sql`rebuild_words()`,
};

/** Makes one table what the articles say; nobody can write articles until the transaction ends. */
export async function rebuildProjection(db: Db, which: Projection): Promise<Corrected> {
  const rows = await db.$queryRaw<Corrected[]>`SELECT removed::int, written::int FROM ${steps[which]}`;
  return rows[0] ?? { removed: 0, written: 0 };
}

/** Names every answer there is to the event log, and everything the clock will change. */
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
