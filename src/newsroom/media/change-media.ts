import { DatelineError } from "../../kernel/errors/index.ts";
import type { Prisma } from "../../database/generated/client.ts";
import type { OpenDesk } from "../desk.ts";
import { recordAudit, staleError } from "../records/index.ts";
import * as store from "./media.store.ts";
import type { MediaRecord } from "./media.store.ts";

/** A change of a medium: which, what, and the version its editor saw (when one is named). */
export interface MediaChange {
  readonly action: "media:credit" | "media:describe";
  readonly before: MediaRecord;
  readonly data: Prisma.MediaUncheckedUpdateManyInput;
  readonly expectedVersion: number | undefined;
}

/** Writes a change of a medium with its audit row. Throws MEDIA_STALE. */
export async function changeMedia(desk: OpenDesk, change: MediaChange): Promise<MediaRecord> {
  const { action, before, data, expectedVersion } = change;
  const { id } = before;
  const written = await store.updateMediaAt(desk, { id, version: expectedVersion }, data);
  const after = await theMedium(desk, id);
  const thing = { entityType: "media", id, version: after.version } as const;
  if (!written) throw await staleError(desk, "MEDIA_STALE", thing, expectedVersion ?? 0);
  await recordAudit(desk, {
    ...{ action, entityType: "media", entityId: id },
    ...{ before: face(before), after: face(after) },
  });
  return after;
}

/** A medium that is known to exist, as it now stands. */
export async function theMedium(desk: OpenDesk, id: string): Promise<MediaRecord> {
  const medium = await store.mediaById(desk.db, id);
  if (medium === null) throw new DatelineError("NOT_FOUND", { details: { id } });
  return medium;
}

const face = ({ creditLine, alt, caption, decorative }: MediaRecord) => ({ creditLine, alt, caption, decorative });
