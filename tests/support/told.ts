import type { Change } from "../../src/database/generated/client.ts";
import type { TestDatabase } from "./database.ts";

/** The rows of the event log that an act wrote, in order. */
export async function toldBy(
  { db }: Pick<TestDatabase, "db">,
  act: () => Promise<unknown>,
): Promise<readonly Change[]> {
  const last = await db.change.findFirst({ orderBy: { seq: "desc" } });
  await act();
  return db.change.findMany({ where: { seq: { gt: last?.seq ?? 0n } }, orderBy: { seq: "asc" } });
}

/** The tags of what was at once, each once, in order. */
export const tagsNow = (rows: readonly Change[]): readonly string[] =>
  tagsOf(rows.filter(({ dueAt, createdAt }) => dueAt <= createdAt));

/** The tags of what is due at a moment, each once, in order. */
export const tagsAt = (rows: readonly Change[], moment: Date): readonly string[] =>
  tagsOf(rows.filter(({ dueAt }) => Number(dueAt) === Number(moment)));

const tagsOf = (rows: readonly Change[]): readonly string[] =>
  [...new Set(rows.flatMap(({ tags }) => tags))].toSorted();
