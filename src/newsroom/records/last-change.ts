import { DatelineError, type ErrorCode } from "../../kernel/errors/index.ts";
import type { OpenDesk } from "../desk.ts";
import type { AuditNote } from "./record.ts";

/** A thing under optimistic lock, and the error that says somebody else was faster. */
export interface Versioned {
  readonly entityType: AuditNote["entityType"];
  readonly id: string;
  readonly version: number;
}

/** The error for a version that is not the one expected; it says who changed the thing last, and when. */
export async function staleError(
  desk: OpenDesk,
  code: ErrorCode & `${string}_STALE`,
  thing: Versioned,
  expectedVersion: number,
): Promise<DatelineError> {
  const last = await desk.db.auditEvent.findFirst({
    where: { entityType: thing.entityType, entityId: thing.id },
    orderBy: { id: "desc" },
  });
  const changedBy = last?.actorName ?? null;
  const changedAt = last?.at.toISOString() ?? null;
  const details = { expectedVersion, currentVersion: thing.version, changedBy, changedAt };
  return new DatelineError(code, { details });
}
