import type { Db } from "../../database/db.ts";
import { reading } from "../reading.ts";
import { isKilledFile } from "./media.store.ts";

/** Whether a file of this generated name may be handed out: not once its medium has been killed. */
export const mayServe = (db: Db, storageKey: string): Promise<boolean> =>
  reading(async () => !(await isKilledFile(db, storageKey)));
