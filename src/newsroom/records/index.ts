export { staleError, type Versioned } from "./last-change.ts";
export { isNewUse } from "./last-use.ts";
export { recordAudit, wholeNewsroom, type AuditNote } from "./record.ts";
