import { z } from "zod";
import { normalisePath } from "../../domain/slug/index.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import { must, mustReach } from "../access/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { targetPath } from "./describe-redirect.ts";
import * as store from "./redirects.store.ts";
import type { RedirectRow } from "./redirects.store.ts";

// An address of another site would be taken for its path: only a path says which site it means.
const pathInput = z
  .string()
  .trim()
  .max(2048)
  .refine((value) => /^\/[^/]/.test(value) && !/[?#]/.test(value), "must be a path of this site, such as /old/harbour")
  .transform((value, context) => {
    const path = normalisePath(value);
    if (path !== null) return path;
    context.addIssue({ code: "custom", message: "can be no path of this site" });
    return z.NEVER;
  });

const addInput = z.strictObject({
  from: pathInput,
  to: pathInput,
  /** True to carry everything below the old path along. */
  prefix: z.boolean().default(false),
});

/** An old path, and the path of this site it is to lead to. */
export type AddRedirect = z.input<typeof addInput>;

/**
 * Lets an old path lead to another path of this site; where an article or a section stands there, it will be followed
 * wherever it moves. Throws INVALID_INPUT, ALREADY_EXISTS (readers find something at the old path, or it leads
 * elsewhere already), REDIRECT_LOOP, SECTION_OUT_OF_SCOPE, FORBIDDEN.
 */
export const addRedirect = (caller: Desk, given: AddRedirect): Promise<RedirectRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "redirect:manage");
    const { from, to, prefix: isPrefix } = checked(addInput, given);
    await mustReach(desk, [await store.sectionOver(desk.db, from)]);
    if (from === to) throw new DatelineError("REDIRECT_LOOP");
    await expectFree(desk, from);
    const target = (await store.placeAt(desk.db, to)) ?? { toPath: to };
    const made = { fromPath: from, isPrefix, status: 301, origin: "MANUAL", createdAt: desk.now() } as const;
    const row = await store.insertRedirect(desk.db, { ...made, ...target });
    const after = { from, to: targetPath(row), prefix: isPrefix };
    await recordAudit(desk, { action: "redirect:add", entityType: "redirect", entityId: row.id, after });
    return row;
  });

async function expectFree(desk: OpenDesk, from: string): Promise<void> {
  const there = await store.redirectFrom(desk.db, from);
  if (there !== null) {
    const says = `The path ${from} leads to ${targetPath(there) ?? "nothing"} already.`;
    throw new DatelineError("ALREADY_EXISTS", { says, fix: "Remove that redirect first.", details: { id: there.id } });
  }
  const noun = await store.nounAt(desk.db, from, desk.now());
  if (noun !== "article" && noun !== "section") return;
  const says = `Readers find ${noun === "article" ? "an article" : "a section"} at ${from}.`;
  throw new DatelineError("ALREADY_EXISTS", { says, fix: "Move it first; its old path then leads to it by itself." });
}
