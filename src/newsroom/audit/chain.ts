import { createHash } from "node:crypto";
import type { StoredLink } from "./audit.store.ts";

/** The link of a chain that others follow: its number and its hash in hex. */
export interface Head {
  readonly seq: bigint;
  readonly hash: string;
}

/** What stands before the first link. */
export const beginning: Head = { seq: 0n, hash: "0".repeat(64) };

/** What is wrong with a link. */
export interface Fault {
  /** The link's number; null for a row that has no link. */
  readonly seq: bigint | null;
  /** The number of the audit row; null where there is none. */
  readonly eventId: bigint | null;
  /** One sentence for a person. */
  readonly says: string;
}

/** The first thing wrong with a link that is to follow another; null when it follows it. */
export function faultOf({ seq, eventId, prevHash, hash, columns }: StoredLink, before: Head): Fault | null {
  const next = before.seq + 1n;
  if (seq !== next) return { seq: next, eventId: null, says: `Link ${next} is missing.` };
  if (prevHash !== before.hash) return { seq, eventId, says: `Link ${seq} does not follow the one before it.` };
  if (columns === null) return { seq, eventId, says: `The row of link ${seq} is gone: ${eventId}.` };
  if (hash === hashOf(prevHash, seq, columns)) return null;
  return { seq, eventId, says: `Row ${eventId}, or its link ${seq}, was changed after it was written.` };
}

// The same text as the database's audit_text, written without asking it: whoever changed a row may have changed that too.
function hashOf(prevHash: string, seq: bigint, columns: readonly (string | null)[]): string {
  const text = `dateline audit 1\n${[seq.toString(), ...columns].map(field).join("")}`;
  return createHash("sha256").update(Buffer.from(prevHash, "hex")).update(text).digest("hex");
}

const field = (value: string | null): string =>
  value === null ? "-\n" : `${Buffer.byteLength(value).toString()}:${value}\n`;
