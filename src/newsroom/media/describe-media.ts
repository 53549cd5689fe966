import { invalid } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked, onlyGiven } from "../input.ts";
import { changeMedia } from "./change-media.ts";
import { findMedia } from "./find-media.ts";
import { decorativeFault, describeMediaInput, type DescribeMedia } from "./media.rules.ts";
import type { MediaRecord } from "./media.store.ts";

/**
 * Changes a medium's alternative text and caption, or says that it is only decoration. Throws FORBIDDEN, INVALID_INPUT,
 * NOT_FOUND, AMBIGUOUS, MEDIA_STALE.
 */
export const describeMedia = (caller: Desk, given: DescribeMedia): Promise<MediaRecord> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "media:manage");
    const { media, expectedVersion, ...words } = checked(describeMediaInput, given);
    const before = await findMedia(desk, media);
    const data = onlyGiven(words);
    const { alt, decorative } = { ...before, ...data };
    if (decorative && alt !== null) throw invalid([decorativeFault()]);
    return changeMedia(desk, { action: "media:describe", before, data, expectedVersion });
  });
