export { recordAudit, recordChange, type AuditNote, type ChangeNote } from "./record.ts";
