export { compareRevisions, type ComparedRevisions, type DiffRevisions } from "./diff-revisions.ts";
export { findRevision } from "./find-revision.ts";
export {
  listRevisions,
  RevisionMark,
  type ListRevisions,
  type RevisionLine,
  type RevisionPage,
} from "./list-revisions.ts";
export { restoreRevision, type RestoreRevision } from "./restore-revision.ts";
