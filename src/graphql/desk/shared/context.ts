import DataLoader from "dataloader";
import { revisionsByIds, type RevisionRow } from "../../../newsroom/articles/index.ts";
import type { Desk } from "../../../newsroom/desk.ts";

/** What a resolver of the desk gets: who acts, and the loaders of this one request. */
export interface DeskContext {
  readonly desk: Desk;
  readonly revisions: DataLoader<string, RevisionRow | null>;
}

/** The context of one request, for an actor already proven. */
export const deskContext = (desk: Desk): DeskContext => ({
  desk,
  revisions: new DataLoader(async (ids) => {
    const rows = new Map((await revisionsByIds(desk, ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  }),
});
