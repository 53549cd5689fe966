import type { Db } from "../../database/db.ts";
import type { Prisma } from "../../database/generated/client.ts";

const linked = { link: { select: { seq: true, hash: true } } } as const satisfies Prisma.AuditEventInclude;

/** A row of the audit with its link in the chain. */
export type AuditRow = Prisma.AuditEventGetPayload<{ include: typeof linked }>;

/** An audit row by number, or null. */
export const auditRow = (db: Db, id: bigint): Promise<AuditRow | null> =>
  db.auditEvent.findUnique({ where: { id }, include: linked });

/** A page of audit rows, the newest first, with one more than asked for when there are more. */
export const auditPage = (
  db: Db,
  where: Prisma.AuditEventWhereInput,
  { first, after }: { readonly first: number; readonly after?: bigint | undefined },
): Promise<AuditRow[]> =>
  db.auditEvent.findMany({
    where: { AND: [where, after === undefined ? {} : { id: { lt: after } }] },
    orderBy: { id: "desc" },
    include: linked,
    take: first + 1,
  });

/** A link of the chain as it stands in the database, hashes in hex. */
export interface StoredLink {
  readonly seq: bigint;
  readonly eventId: bigint;
  readonly prevHash: string;
  readonly hash: string;
  /** The columns of its row as text, in the order they are hashed; null when the row is gone. */
  readonly columns: readonly (string | null)[] | null;
}

/** Links after one and up to another, in order, at most so many, each with the row it speaks of. */
export const linksAfter = (db: Db, after: bigint, upTo: bigint, most: number): Promise<StoredLink[]> =>
  db.$queryRaw<StoredLink[]>`
    SELECT l.seq, l.event_id AS "eventId", encode(l.prev_hash, 'hex') AS "prevHash", encode(l.hash, 'hex') AS hash,
      CASE WHEN e.id IS NOT NULL THEN json_build_array(e.id::text,
        to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.actor_kind::text, e.actor_id::text,
        e.actor_name, e.door::text, e.os_user, e.action, e.entity_type, e.entity_id::text, e.before::text,
        e.after::text, e.reason, e.request_id) END AS columns
    FROM audit_link l LEFT JOIN audit_event e ON e.id = l.event_id
    WHERE l.seq > ${after} AND l.seq <= ${upTo} ORDER BY l.seq LIMIT ${most}`;

/** The newest link, or null while there is none. */
export async function lastLink(db: Db): Promise<{ readonly seq: bigint; readonly hash: string } | null> {
  const last = await db.auditLink.findFirst({ orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
  return last && { seq: last.seq, hash: Buffer.from(last.hash).toString("hex") };
}

/** The first row that stands in no link, or null. Rows being written now are not seen: row and link come together. */
export async function unchainedRow(db: Db): Promise<bigint | null> {
  const row = await db.auditEvent.findFirst({ where: { link: null }, orderBy: { id: "asc" }, select: { id: true } });
  return row?.id ?? null;
}
