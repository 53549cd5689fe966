import type { Db } from "../../database/db.ts";

/** Whether there is no section, article, medium, contributor or topic. */
export async function isEmpty(db: Db): Promise<boolean> {
  const found = [
    await db.section.findFirst({ select: { id: true } }),
    await db.article.findFirst({ select: { id: true } }),
    await db.media.findFirst({ select: { id: true } }),
    await db.contributor.findFirst({ select: { id: true } }),
    await db.topic.findFirst({ select: { id: true } }),
  ];
  return found.every((row) => row === null);
}

/** Two starts that load at once take turns, until the end of the transaction. */
export async function takeSampleTurn(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('sample', 0))`;
}
