import { DatelineError } from "../../kernel/errors/index.ts";
import { newId } from "../../kernel/ids.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked, onlyGiven } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { theMedium } from "./change-media.ts";
import { creditRows } from "./credit-rows.ts";
import { addMediaInput, type AddMedia } from "./media.rules.ts";
import * as store from "./media.store.ts";
import type { MediaRecord } from "./media.store.ts";
import { readPicture, type PictureFacts } from "./picture.ts";

/**
 * Takes a medium in: its credit line (kept as supplied, its parts read from it), words and rights, and its file when
 * there is one. A file that is here already gives the medium it belongs to, unchanged. Throws FORBIDDEN,
 * INVALID_INPUT, UNSUPPORTED_FILE.
 */
export async function addMedia(caller: Desk, given: AddMedia): Promise<MediaRecord> {
  must(caller.actor, "media:manage");
  const { file, ...facts } = checked(addMediaInput, given);
  // Decoding is slow and asks nothing of the database, so no transaction waits for it.
  const picture = file === undefined ? null : { facts: await readPicture(file), bytes: file };
  return withTransaction(caller, async (desk) => {
    const known = picture === null ? null : await sameFile(desk, picture.facts);
    if (known !== null) return known;
    const id = newId();
    const { creditLine = "" } = facts;
    const times = { createdAt: desk.now(), changedAt: desk.now() };
    await store.insertMedia(desk.db, { id, ...onlyGiven(facts), ...picture?.facts, ...times });
    await store.writeCredits(desk.db, id, await creditRows(desk.db, creditLine));
    const after = { creditLine, sha256: picture?.facts.sha256 ?? null };
    await recordAudit(desk, { action: "media:add", entityType: "media", entityId: id, after });
    if (picture !== null) await filesOf(desk).write(picture.facts.storageKey, picture.bytes);
    return theMedium(desk, id);
  });
}

async function sameFile(desk: OpenDesk, { sha256 }: PictureFacts): Promise<MediaRecord | null> {
  await store.takeFileTurn(desk, sha256);
  return store.mediaByHash(desk.db, sha256);
}

function filesOf({ files }: Desk): NonNullable<Desk["files"]> {
  if (files !== undefined) return files;
  throw new DatelineError("UNSUPPORTED_FILE", {
    says: "This desk keeps no media files.",
    fix: "Leave the file out: facts and credit can stand without it.",
  });
}
