import type { ChangeRow } from "../../src/newsroom/changes/index.ts";
import type { View } from "../print/index.ts";

/** How a change is printed. */
export const changeView: View<ChangeRow> = [
  { name: "id", of: ({ number }) => String(number) },
  { name: "dueAt", of: ({ dueAt }) => dueAt },
  { name: "boundary", of: ({ boundary }) => boundary },
  { name: "entityType", of: ({ entityType }) => entityType, cut: "next" },
  { name: "entityId", of: ({ entityId }) => entityId, cut: "last" },
  { name: "tombstone", of: ({ tombstone }) => tombstone, show: ({ tombstone }) => (tombstone ? "gone" : "") },
  { name: "tags", of: ({ tags }) => tags, quiet: true },
];
