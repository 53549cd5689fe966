import { WorkflowState } from "../../../domain/lifecycle/index.ts";
import { PartChangeKind, SegmentKind } from "../../../domain/revisions/index.ts";
import { Role } from "../../../newsroom/access/index.ts";
import { RevisionMark } from "../../../newsroom/revisions/index.ts";
import { AddressState, MediaState, PlacementRole, RevisionKind } from "../../../newsroom/vocabulary.ts";
import { registerEnum } from "../../shared/enums.ts";

// Enums that readers know too stand in src/graphql/shared/enums.ts; these are the desk's own.
registerEnum("WorkflowState", WorkflowState, "Where an article stands.", {
  DRAFT: "Being written.",
  IN_REVIEW: "Waiting for an editor.",
  APPROVED: "Ready to be published.",
  SCHEDULED: "Readers will have it at its time.",
  PUBLISHED: "Readers have it.",
  HELD: "Taken aside while something is checked.",
  UNPUBLISHED: "Taken from the readers.",
  KILLED: "Withdrawn for ever.",
  SPIKED: "In the bin.",
});
registerEnum("RevisionKind", RevisionKind, "How a revision came about.", {
  SAVE: "Somebody saved it.",
  AUTOSAVE: "The editor saved it by itself.",
  IMPORT: "It was imported.",
  CORRECTION: "It corrects what readers had.",
  RESTORE: "It brings back an older one.",
});
registerEnum("RevisionMark", RevisionMark, "What points at a revision.", {
  HEAD: "It is the newest.",
  LIVE: "It was published last.",
  NEXT: "It becomes the live one at its time.",
});
registerEnum("PartChangeKind", PartChangeKind, "What became of a thing in a list of a revision.", {
  ADDED: "It came.",
  REMOVED: "It went.",
  CHANGED: "It says something else; it may have moved as well.",
  MOVED: "It says the same in another place.",
});
registerEnum("SegmentKind", SegmentKind, "Which of two texts a stretch of words stands in.", {
  SAME: "In both.",
  ADDED: "Only in the new one.",
  REMOVED: "Only in the old one.",
});
registerEnum("PlacementRole", PlacementRole, "Where a medium stands on the page.", {
  LEAD: "At the head; one at most.",
  INLINE: "In the text.",
  GALLERY: "In the gallery.",
});
registerEnum("MediaState", MediaState, "Whether a medium may be used.", {
  ACTIVE: "It may.",
  EXPIRED: "Its rights have run out.",
  KILLED: "It was withdrawn.",
});
registerEnum("AddressState", AddressState, "What the last check of an address found.", {
  UNCHECKED: "Not checked yet.",
  OK: "It answers.",
  MOVED: "It leads elsewhere.",
  DEAD: "It answers no more.",
  BLOCKED: "It does not let us look.",
});
registerEnum("Role", Role, "A role at the desk, each with the rights of those before it.", {
  REPORTER: "Writes.",
  EDITOR: "Publishes.",
  DESK_HEAD: "Takes down.",
  ADMIN: "Manages users and keys.",
});
