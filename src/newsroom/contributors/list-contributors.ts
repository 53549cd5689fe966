import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { listContributorsInput, type ListContributors } from "./contributors.rules.ts";
import { contributorPage, type ContributorRecord } from "./contributors.store.ts";

/** A page of contributors, and whether more follow. */
export interface ContributorPage {
  readonly contributors: readonly ContributorRecord[];
  readonly hasMore: boolean;
}

/** Contributors by name. Throws INVALID_INPUT. */
export const listContributors = (desk: Pick<Desk, "db">, given: ListContributors = {}): Promise<ContributorPage> =>
  reading(async () => {
    const asked = checked(listContributorsInput, given);
    const rows = await contributorPage(desk.db, asked);
    return { contributors: rows.slice(0, asked.first), hasMore: rows.length > asked.first };
  });
