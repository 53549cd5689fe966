import { Verb, WorkflowState } from "../../../domain/lifecycle/index.ts";
import { Role } from "../../../newsroom/access/index.ts";
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
registerEnum("ArticleVerb", Verb, "What may be done with an article.", {
  SUBMIT: "Hand it to the editors.",
  RETURN: "Give it back to its author.",
  APPROVE: "Say that it may be published.",
  SCHEDULE: "Set the time from which readers have it, or its next revision.",
  UNSCHEDULE: "Take off the schedule what is still ahead.",
  PUBLISH: "Make it public.",
  UPDATE: "Publish another revision in place of the live one.",
  HOLD: "Take it aside while something is checked.",
  RELEASE: "Give it back to the readers.",
  UNPUBLISH: "Take it from the readers.",
  REPUBLISH: "Give back to the readers what was taken down.",
  KILL: "Withdraw it for ever.",
  SPIKE: "Put it into the bin.",
  UNSPIKE: "Take it out of the bin.",
});
registerEnum("RevisionKind", RevisionKind, "How a revision came about.", {
  SAVE: "Somebody saved it.",
  AUTOSAVE: "The editor saved it by itself.",
  IMPORT: "It was imported.",
  CORRECTION: "It corrects what readers had.",
  RESTORE: "It brings back an older one.",
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
