import { z } from "zod";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked, searchInput } from "../input.ts";
import { reading } from "../reading.ts";
import { redirectPage, type RedirectRow } from "./redirects.store.ts";

const listInput = z.strictObject({
  /** A part of the old path. */
  q: searchInput,
  first: z.int().min(1).max(100).default(20),
  /** The id of the last redirect of the page before. */
  after: z.uuid().optional(),
});

/** Which redirects to list. */
export type ListRedirects = z.input<typeof listInput>;
/** A page of redirects, and whether more follow. */
export interface RedirectPage {
  readonly redirects: readonly RedirectRow[];
  readonly hasMore: boolean;
}

/** Redirects of every origin, by their old path. Throws INVALID_INPUT, FORBIDDEN. */
export const listRedirects = (desk: Desk, given: ListRedirects = {}): Promise<RedirectPage> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const asked = checked(listInput, given);
    const rows = await redirectPage(desk.db, asked);
    return { redirects: rows.slice(0, asked.first), hasMore: rows.length > asked.first };
  });
