import type { Db } from "../../database/db.ts";
import { agencyBook, parseCredit } from "../../domain/credit/index.ts";
import { knownAgencies, type CreditRow } from "./media.store.ts";

/** The parts of a credit line as rows, read with the agencies the newsroom knows. */
export async function creditRows(db: Db, line: string): Promise<readonly CreditRow[]> {
  if (line === "") return [];
  const agencies = await knownAgencies(db);
  const ids = new Map(agencies.map(({ id, name }) => [name, id]));
  return parseCredit(line, agencyBook(agencies)).parts.map(({ role, name, start, end, agency }) => ({
    ...{ role, name, start, end, agencyId: ids.get(agency ?? "") ?? null },
  }));
}
