import { notFound } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { auditRow, type AuditRow } from "./audit.store.ts";
import { auditIdInput } from "./list-audit.ts";

/** The audit row with a number. Throws FORBIDDEN, INVALID_INPUT, NOT_FOUND. */
export const findAudit = (desk: Desk, number: string): Promise<AuditRow> =>
  reading(async () => {
    must(desk.actor, "audit:read");
    const row = await auditRow(desk.db, BigInt(checked(auditIdInput, number)));
    if (row === null) throw notFound("audit row", number);
    return row;
  });
