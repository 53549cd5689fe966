import { mapDatabaseError } from "../database/errors.ts";

/** Runs a look-up outside any act; the database's own faults come out as ours, as they do from a transaction. */
export async function reading<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    throw mapDatabaseError(error);
  }
}
