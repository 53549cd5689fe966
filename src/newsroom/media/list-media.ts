import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { listMediaInput, type ListMedia } from "./media.rules.ts";
import { mediaPage, type MediaRecord } from "./media.store.ts";

/** A page of media, and whether more follow. */
export interface MediaPage {
  readonly media: readonly MediaRecord[];
  readonly hasMore: boolean;
}

/** Media, the newest first. Throws FORBIDDEN, INVALID_INPUT. */
export const listMedia = (desk: Pick<Desk, "db" | "actor">, given: ListMedia = {}): Promise<MediaPage> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const asked = checked(listMediaInput, given);
    const rows = await mediaPage(desk.db, asked);
    return { media: rows.slice(0, asked.first), hasMore: rows.length > asked.first };
  });
