import type { Db } from "../../database/db.ts";
import { shorten } from "../../domain/text/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { findByName, type NameBook } from "../names.ts";
import { reading } from "../reading.ts";
import * as store from "./media.store.ts";
import type { MediaRecord } from "./media.store.ts";

/**
 * The one medium a name means: id, unique beginning of an id, the name of its file, or the supplier's reference.
 * Throws FORBIDDEN, NOT_FOUND, AMBIGUOUS.
 */
export const findMedia = (desk: Pick<Desk, "db" | "actor">, name: string): Promise<MediaRecord> =>
  reading(() => {
    must(desk.actor, "article:read-drafts");
    return findByName(mediaBook(desk.db), name);
  });

const mediaBook = (db: Db): NameBook<MediaRecord> => ({
  noun: "medium",
  byId: (id) => store.mediaById(db, id),
  byIdRange: (range) => store.mediaByIdRange(db, range),
  byName: [(name) => store.mediaKnownAs(db, name)],
  label: ({ creditLine, caption, storageKey }) =>
    shorten([creditLine, caption ?? "", storageKey ?? ""].find((text) => text.trim() !== "") ?? "no credit line", 60),
});
