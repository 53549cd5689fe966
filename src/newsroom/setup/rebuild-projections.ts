import type { Progress } from "../../kernel/progress-line.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { recordAudit, wholeNewsroom } from "../records/index.ts";
import {
  countProjections,
  projections,
  rebuildChanges,
  rebuildProjection,
  type Projection,
} from "./projections.store.ts";

/** One of the tables readers are answered from: rows before and after, and how many differed. */
export interface Rebuilt {
  readonly table: Projection;
  readonly before: number;
  readonly removed: number;
  readonly written: number;
  readonly after: number;
}

/** Who wants to know how far it has come. */
export interface RebuildProjections {
  readonly onProgress?: (progress: Progress) => void;
}

// Half a million articles with all their words take a quarter of an hour.
const longest = 2 * 3_600_000;
const doings = { cards: "reading articles", lists: "making lists", words: "reading words" } as const;

/**
 * Makes the tables readers are answered from anew, and has every cached answer dropped. Readers are answered meanwhile,
 * and find either all of the old or all of the new; nobody can publish until it is done. Throws FORBIDDEN.
 */
export const rebuildProjections = (
  caller: Desk,
  { onProgress }: RebuildProjections = {},
): Promise<readonly Rebuilt[]> =>
  withTransaction(
    caller,
    async (desk) => {
      must(desk.actor, "projections:rebuild");
      const before = await countProjections(desk.db);
      const corrected = new Map<Projection, { readonly removed: number; readonly written: number }>();
      for (const [done, table] of projections.entries()) {
        onProgress?.({ done, total: projections.length, doing: doings[table] });
        corrected.set(table, await rebuildProjection(desk.db, table));
      }
      await rebuildChanges(desk.db);
      const after = await countProjections(desk.db);
      const rebuilt = projections.map((table) => ({
        ...{ table, before: before[table], removed: 0, written: 0, after: after[table] },
        ...corrected.get(table),
      }));
      const note = { action: "projections:rebuild", ...wholeNewsroom };
      await recordAudit(desk, { ...note, before, after });
      return rebuilt;
    },
    longest,
  );
