import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
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
}

/** Counts what is in the newsroom; asks for no permission, because it tells nothing but numbers and file names. */
export const inspectNewsroom = ({ db }: Pick<Desk, "db">): Promise<NewsroomState> => reading(() => store.count(db));
