import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { changeMedia, theMedium } from "./change-media.ts";
import { creditRows } from "./credit-rows.ts";
import { findMedia } from "./find-media.ts";
import { creditMediaInput, type CreditMedia } from "./media.rules.ts";
import { writeCredits, type MediaRecord } from "./media.store.ts";

/**
 * Gives a medium a credit line, kept as supplied, and the parts read from it with the agencies the newsroom knows. The
 * same line again is read again, which finds agencies that have become known since. Throws FORBIDDEN, INVALID_INPUT,
 * NOT_FOUND, AMBIGUOUS, MEDIA_STALE.
 */
export const creditMedia = (caller: Desk, given: CreditMedia): Promise<MediaRecord> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "media:manage");
    const { media, line, expectedVersion } = checked(creditMediaInput, given);
    const before = await findMedia(desk, media);
    const data = { creditLine: line };
    await changeMedia(desk, { action: "media:credit", before, data, expectedVersion });
    await writeCredits(desk.db, before.id, await creditRows(desk.db, line));
    return theMedium(desk, before.id);
  });
