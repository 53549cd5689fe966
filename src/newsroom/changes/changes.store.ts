import type { Db } from "../../database/db.ts";
import type { Change } from "../../database/generated/client.ts";

/** A change that is due, with its number. */
export type ChangeRow = Change & { readonly number: bigint };

const atOnce = 10_000;

/** Gives a number to every change that is due and has none; see docs/changes.md. Never inside a transaction. */
export async function numberDue(db: Db): Promise<void> {
  for (let numbered = BigInt(atOnce); numbered === BigInt(atOnce);) {
    const rows = await db.$queryRaw<{ numbered: bigint }[]>`SELECT number_changes(${atOnce}::integer) AS numbered`;
    numbered = rows[0]?.numbered ?? 0n;
  }
}

/** Changes with a number behind another, in order. */
export const changesAfter = async (db: Db, after: bigint, take: number): Promise<readonly ChangeRow[]> =>
  (await db.change.findMany({ where: { number: { gt: after } }, orderBy: { number: "asc" }, take })) as ChangeRow[];
