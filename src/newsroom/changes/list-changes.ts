import { z } from "zod";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { changesAfter, numberDue, type ChangeRow } from "./changes.store.ts";

const listInput = z.strictObject({
  first: z.int().min(1).max(100).default(20),
  /** The number of the last change that was taken; from the very first on when left out. */
  after: z
    .string()
    .trim()
    .regex(/^\d{1,18}$/, "must be the number of a change")
    .default("0"),
});

/** From which change on, and how many. */
type ListChanges = z.input<typeof listInput>;

/** A page of changes, and whether more follow. */
interface ChangePage {
  readonly changes: readonly ChangeRow[];
  readonly hasMore: boolean;
}

/**
 * What readers could notice, in the order it is told to everybody: each change once it is committed and its time has
 * come, under a number that stays. Whoever goes on behind the last number they took misses none, whatever was committed
 * late or brought by the clock. Throws FORBIDDEN, INVALID_INPUT.
 */
export const listChanges = (desk: Desk, given: ListChanges = {}): Promise<ChangePage> =>
  reading(async () => {
    must(desk.actor, "change:read");
    const { first, after } = checked(listInput, given);
    await numberDue(desk.db);
    const rows = await changesAfter(desk.db, BigInt(after), first + 1);
    return { changes: rows.slice(0, first), hasMore: rows.length > first };
  });
