export type { ChangeRow } from "./changes.store.ts";
export { listChanges, type ChangePage, type ListChanges } from "./list-changes.ts";
