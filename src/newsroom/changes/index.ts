export type { ChangeRow } from "./changes.store.ts";
export { listChanges } from "./list-changes.ts";
