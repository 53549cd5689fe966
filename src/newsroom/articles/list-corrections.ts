import { z } from "zod";
import { CorrectionKind } from "../../database/generated/enums.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { correctionRows, type CorrectionRow } from "./corrections.store.ts";

const listInput = z.strictObject({
  kind: z.enum(CorrectionKind).optional(),
  /** Only those under this article. */
  articleId: z.uuid().optional(),
  first: z.int().min(1).max(100).default(20),
  /** The id of the last correction of the page before. */
  after: z.uuid().optional(),
});

/** Which corrections to list. */
export type ListCorrections = z.input<typeof listInput>;
/** A page of corrections, and whether more follow. */
export interface CorrectionPage {
  readonly corrections: readonly CorrectionRow[];
  readonly hasMore: boolean;
}

/** Public notes under articles in any state, newest first. Throws INVALID_INPUT, FORBIDDEN. */
export const listCorrections = (desk: Desk, given: ListCorrections): Promise<CorrectionPage> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const { first, after, ...filter } = checked(listInput, given);
    const rows = await correctionRows(desk.db, filter, { first, after });
    return { corrections: rows.slice(0, first), hasMore: rows.length > first };
  });
