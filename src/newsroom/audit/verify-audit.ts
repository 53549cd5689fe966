import { z } from "zod";
import type { Progress } from "../../kernel/progress-line.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { lastLink, linksAfter, unchainedRow } from "./audit.store.ts";
import { beginning, faultOf, type Fault, type Head } from "./chain.ts";

const headShape = /^(\d{1,18}):([0-9a-f]{64})$/;
const verifyInput = z.strictObject({
  /** A head kept from an earlier time. */
  expect: z.string().trim().toLowerCase().regex(headShape, "must be a head as verify prints it: SEQ:HASH").optional(),
});

/** What to compare the chain with, and who wants to know how far it has come. */
export interface VerifyAudit extends z.input<typeof verifyInput> {
  readonly onProgress?: (progress: Progress) => void;
}

/** What was found of the chain. */
export interface Verdict {
  /** How many links were worked out again. */
  readonly checked: number;
  /** The newest link, to be kept elsewhere; null while nothing was ever written. */
  readonly head: Head | null;
  /** The first thing wrong; null when the chain holds. */
  readonly fault: Fault | null;
}

const batch = 2000;

/**
 * Works out the whole chain of the audit again, from the rows, and names the first link that does not hold. What is
 * written meanwhile is left for the next time. It cannot see a chain that was rewritten whole, or whose end was cut,
 * unless a head kept elsewhere is given. Throws FORBIDDEN, INVALID_INPUT.
 */
export const verifyAudit = (desk: Desk, { onProgress, ...given }: VerifyAudit = {}): Promise<Verdict> =>
  reading(async () => {
    must(desk.actor, "audit:read");
    const kept = headOf(checked(verifyInput, given).expect);
    const head = await lastLink(desk.db);
    const walk = await walked(desk, head ?? beginning, { kept, onProgress });
    const fault = walk.fault ?? cutOff(head, kept) ?? (await pastTheChain(desk));
    return { checked: walk.checked, head, fault };
  });

interface Walk {
  readonly kept: Head | null;
  readonly onProgress: VerifyAudit["onProgress"];
}

async function walked(
  { db }: Desk,
  end: Head,
  { kept, onProgress }: Walk,
): Promise<{ readonly checked: number; readonly fault: Fault | null }> {
  const total = Number(end.seq);
  let at = beginning;
  let checked = 0;
  while (at.seq < end.seq) {
    onProgress?.({ done: checked, total, doing: "checking links" });
    const links = await linksAfter(db, at.seq, end.seq, batch);
    for (const link of links) {
      const fault = faultOf(link, at) ?? rewritten(link, kept);
      if (fault !== null) return { checked, fault };
      at = link;
      checked += 1;
    }
    if (links.length === 0)
      return { checked, fault: { seq: end.seq, eventId: null, says: `Link ${end.seq} is gone.` } };
  }
  return { checked, fault: null };
}

function headOf(text: string | undefined): Head | null {
  const [, seq, hash] = headShape.exec(text ?? "") ?? [];
  return seq === undefined || hash === undefined ? null : { seq: BigInt(seq), hash };
}

function rewritten({ seq, hash, eventId }: Head & { readonly eventId: bigint }, kept: Head | null): Fault | null {
  if (kept?.seq !== seq || kept.hash === hash) return null;
  return { seq, eventId, says: `Link ${seq} is not the one you kept: the chain was rewritten at or before it.` };
}

function cutOff(head: Head | null, kept: Head | null): Fault | null {
  const end = head?.seq ?? 0n;
  if (kept === null || kept.seq <= end) return null;
  return { seq: kept.seq, eventId: null, says: `The chain ends at link ${end}; the one you kept was cut off.` };
}

async function pastTheChain({ db }: Desk): Promise<Fault | null> {
  const eventId = await unchainedRow(db);
  if (eventId === null) return null;
  return { seq: null, eventId, says: `Row ${eventId} was written past the chain.` };
}
