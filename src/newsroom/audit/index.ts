export type { AuditRow } from "./audit.store.ts";
export { findAudit } from "./find-audit.ts";
export { listAudit, type ListAudit } from "./list-audit.ts";
export { verifyAudit, type Verdict } from "./verify-audit.ts";
