import type { Prisma } from "../../database/generated/client.ts";
import type { OpenDesk } from "../desk.ts";

/** What an audit row tells besides who, when and through which door. */
export interface AuditNote {
  /** noun:verb, e.g. "article:publish". */
  readonly action: string;
  readonly entityType:
    | "article"
    | "section"
    | "media"
    | "contributor"
    | "topic"
    | "user"
    | "api-client"
    | "redirect"
    | "newsroom"
    | "preview";
  readonly entityId: string;
  readonly before?: Prisma.InputJsonValue;
  readonly after?: Prisma.InputJsonValue;
  readonly reason?: string;
}

/** What an act upon the newsroom as a whole is recorded under: it has no id of its own. */
export const wholeNewsroom = {
  entityType: "newsroom",
  entityId: "00000000-0000-0000-0000-000000000000",
} as const satisfies Partial<AuditNote>;

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
