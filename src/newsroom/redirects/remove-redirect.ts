import { z } from "zod";
import { normalisePath } from "../../domain/slug/index.ts";
import { notFound } from "../../kernel/errors/index.ts";
import { isId } from "../../kernel/ids.ts";
import { must, mustReach } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked, nameInput } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { targetPath } from "./describe-redirect.ts";
import * as store from "./redirects.store.ts";
import type { RedirectRow } from "./redirects.store.ts";

const removeInput = z.strictObject({
  /** The old path, or the redirect's id. */
  redirect: nameInput,
});

/** A redirect, by its old path or its id. */
export type RemoveRedirect = z.input<typeof removeInput>;

/** Takes a redirect away and returns it as it was; what it led to stays. Throws NOT_FOUND, INVALID_INPUT, SECTION_OUT_OF_SCOPE, FORBIDDEN. */
export const removeRedirect = (caller: Desk, given: RemoveRedirect): Promise<RedirectRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "redirect:manage");
    const { redirect: name } = checked(removeInput, given);
    const row = isId(name)
      ? await store.redirectById(desk.db, name.toLowerCase())
      : await store.redirectFrom(desk.db, normalisePath(name) ?? name);
    if (row === null) throw notFound("redirect", name);
    await mustReach(desk, [await store.sectionOver(desk.db, row.fromPath)]);
    await store.deleteRedirect(desk.db, row.id);
    const before = { from: row.fromPath, to: targetPath(row), prefix: row.isPrefix };
    await recordAudit(desk, { action: "redirect:remove", entityType: "redirect", entityId: row.id, before });
    return row;
  });
