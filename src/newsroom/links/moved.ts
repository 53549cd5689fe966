import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import { movedRows } from "./addresses.store.ts";

/** An address that has moved for good. */
export interface MovedAddress {
  readonly id: string;
  readonly url: string;
  readonly movedTo: string;
  readonly checkedAt: Date | null;
  /** The articles whose newest revision leads to the old address, in a related link or in its text; the newest first. */
  readonly articles: readonly { readonly id: string; readonly slug: string }[];
}

/** Addresses in use that lead elsewhere for good, at most 500, by their URL. Throws FORBIDDEN. */
export const movedAddresses = (desk: Desk): Promise<readonly MovedAddress[]> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const rows = await movedRows(desk.db);
    return rows.flatMap(({ finalUrl, links, bodyLinks, ...row }) => {
      const named = new Map([...links, ...bodyLinks].map(({ revision: { article } }) => [article.id, article]));
      const articles = [...named.values()].toSorted((one, other) => (one.id < other.id ? 1 : -1));
      return finalUrl === null || articles.length === 0 ? [] : [{ ...row, movedTo: finalUrl, articles }];
    });
  });
