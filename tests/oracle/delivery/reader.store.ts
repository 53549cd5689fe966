import type { Db } from "../../../src/database/db.ts";

/** The database's time, to the millisecond as it stores times. */
export async function databaseTime(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT now()::timestamptz(3) AS now`;
  if (row === undefined) throw new Error("The database did not tell the time.");
  return row.now;
}
