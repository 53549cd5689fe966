export { staleError, type Versioned } from "./last-change.ts";
export { recordAudit, type AuditNote } from "./record.ts";
