import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { listPreviewsInput, type ListPreviews } from "./preview.rules.ts";
import { previewsOf, type PreviewRecord } from "./preview.store.ts";

/** The previews of one article or of all, the newest first (500 at most). Throws FORBIDDEN, INVALID_INPUT. */
export const listPreviews = (
  desk: Pick<Desk, "db" | "actor" | "now">,
  given: ListPreviews = {},
): Promise<readonly PreviewRecord[]> =>
  reading(async () => {
    must(desk.actor, "article:preview");
    const { articleId, ended } = checked(listPreviewsInput, given);
    return previewsOf(desk.db, articleId, ended ? null : desk.now());
  });
