import type { Prisma } from "../../database/generated/client.ts";
import type { OpenDesk } from "../desk.ts";

/** What an audit row tells besides who, when and through which door. */
export interface AuditNote {
  /** noun:verb, e.g. "article:publish". */
  readonly action: string;
  readonly entityType: "article" | "section" | "media" | "contributor" | "topic" | "user" | "api-client" | "agency";
  readonly entityId: string;
  readonly before?: Prisma.InputJsonValue;
  readonly after?: Prisma.InputJsonValue;
  readonly reason?: string;
}

/** Writes who did what, in the transaction of the act itself. */
export async function recordAudit(desk: OpenDesk, note: AuditNote): Promise<void> {
  const { actor, origin } = desk;
  await desk.db.auditEvent.create({
    data: {
      ...note,
      at: desk.now(),
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      door: origin.door,
      osUser: origin.osUser ?? null,
      requestId: origin.requestId ?? null,
    },
  });
}

/** What readers will notice, and when. */
export interface ChangeNote {
  readonly boundary: "published" | "updated" | "unpublished" | "moved" | "expired";
  readonly entityType: "article" | "section" | "topic" | "contributor" | "media";
  readonly entityId: string;
  readonly dueAt: Date;
  readonly tags: readonly string[];
  /** True when readers lose the thing. */
  readonly tombstone?: boolean;
}

/** Writes what changes for readers to the event log; the same boundary at the same time is written once. */
export async function recordChange(desk: OpenDesk, note: ChangeNote): Promise<void> {
  await desk.db.change.createMany({ data: [{ ...note, tags: [...note.tags] }], skipDuplicates: true });
}
