import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import { articlesOutOfStep, missingRows } from "./projections.store.ts";
import * as store from "./setup.store.ts";

/** What a healthy newsroom has, counted. */
export interface NewsroomState {
  readonly agencies: number;
  readonly rails: number;
  readonly users: number;
  readonly articles: number;
  /** Teasers on newest revisions that have no target yet. */
  readonly unresolved: number;
  /** Names of the media files that should be there. */
  readonly files: readonly string[];
  /** Rows too many or too few in the tables readers are answered from. */
  readonly missingRows: number;
  /** Articles, of some hundreds looked at, whose rows in those tables are not what they should be. */
  readonly outOfStep: number;
}

const lookedAt = 400;

/** Counts what is in the newsroom; asks for no permission, because it tells nothing but numbers and file names. */
export const inspectNewsroom = ({ db }: Pick<Desk, "db">): Promise<NewsroomState> =>
  reading(async () => ({
    ...(await store.count(db)),
    missingRows: await missingRows(db),
    outOfStep: await articlesOutOfStep(db, lookedAt),
  }));
