export { staleError, type Versioned } from "./last-change.ts";
export { recordAudit, recordChange, type AuditNote, type ChangeNote } from "./record.ts";
