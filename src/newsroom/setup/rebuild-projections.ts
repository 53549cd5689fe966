import { isPassingClash } from "../../database/errors.ts";
import type { Progress } from "../../kernel/progress-line.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { recordAudit, wholeNewsroom } from "../records/index.ts";
import {
  countProjections,
  partsOf,
  projections,
  rebuildChanges,
  rebuildPart,
  type Corrected,
  type Part,
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

/** Who wants to know how far it has come, and how many articles are made anew in one transaction. */
export interface RebuildProjections {
  readonly onProgress?: (progress: Progress) => void;
  readonly articlesAtOnce?: number;
}

/** Few enough that an editor who waits for one of them does not notice. */
const fewEnough = 200;
/** Cutting texts into words keeps a core busy; more than two would be felt by readers. */
const lanes = 2;
/** Each is some two seconds; an editor's transaction takes a minute at most. */
const patience = 40;

/**
 * Makes the tables readers are answered from what the articles say, some articles at a time, and has every cached answer
 * dropped. Readers are answered and editors publish meanwhile; one who writes an article at work waits for a moment.
 * May be stopped and run again. Throws FORBIDDEN, BUSY.
 */
export async function rebuildProjections(
  caller: Desk,
  { onProgress, articlesAtOnce = fewEnough }: RebuildProjections = {},
): Promise<readonly Rebuilt[]> {
  const { before, parts, total } = await withTransaction(caller, async (desk) => {
    must(desk.actor, "projections:rebuild");
    return { before: await countProjections(desk.db), ...(await partsOf(desk.db, articlesAtOnce)) };
  });
  const corrected: Readonly<Record<Projection, Corrected>>[] = [];
  await inLanes(parts, async (part) => {
    const done = Math.min(corrected.length * articlesAtOnce, total);
    onProgress?.({ done, total, doing: "bringing articles into step" });
    corrected.push(await patiently(() => withTransaction(caller, (desk) => rebuildPart(desk.db, part))));
  });
  return withTransaction(caller, async (desk) => {
    await rebuildChanges(desk.db);
    const after = await countProjections(desk.db);
    const note = { action: "projections:rebuild", ...wholeNewsroom };
    await recordAudit(desk, { ...note, before, after });
    return projections.map((table) => ({
      ...{ table, before: before[table], after: after[table] },
      removed: corrected.reduce((sum, part) => sum + part[table].removed, 0),
      written: corrected.reduce((sum, part) => sum + part[table].written, 0),
    }));
  });
}

async function inLanes(parts: readonly Part[], work: (part: Part) => Promise<void>): Promise<void> {
  const left = [...parts];
  const lane = async (): Promise<void> => {
    for (let part = left.shift(); part !== undefined; part = left.shift()) await work(part);
  };
  // When one fails the others finish what they hold, and begin nothing.
  const stop = (error: unknown): never => {
    left.length = 0;
    throw error;
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, () => lane().catch(stop)));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}

// Who makes things anew gives way to editors, again and again.
async function patiently<T>(act: () => Promise<T>, tries = patience): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (tries <= 1 || !isPassingClash(error)) throw error;
    return await patiently(act, tries - 1);
  }
}
