import { LinkStanding } from "../../../domain/links/index.ts";
import { Verb, WorkflowState } from "../../../domain/lifecycle/index.ts";
import { PreflightCode, preflightChecks, Severity } from "../../../domain/preflight/index.ts";
import { PartChangeKind, SegmentKind } from "../../../domain/revisions/index.ts";
import { Role } from "../../../newsroom/access/index.ts";
import { RevisionMark } from "../../../newsroom/revisions/index.ts";
import {
  ActorKind,
  AddressState,
  Door,
  MediaState,
  PlacementRole,
  RedirectOrigin,
  RevisionKind,
} from "../../../newsroom/vocabulary.ts";
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
  AUTOSAVE: "The program it was written in saved it by itself.",
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
registerEnum("LinkStanding", LinkStanding, "How a related link stands: whether readers get where it leads.", {
  LIVE: "They do.",
  DARK: "Not now; its target may still come (back).",
  DEAD: "No more: its target was taken down or has expired, or the address is dead.",
  MOVED: "They do, at another address.",
  BLOCKED: "The address does not let us look.",
  UNCHECKED: "Nobody has looked at the address yet.",
  UNRESOLVED: "It has no target yet.",
});
registerEnum("RedirectOrigin", RedirectOrigin, "How a redirect came about.", {
  SLUG: "An article got another slug.",
  SECTION: "A section got another path.",
  IMPORT: "It was imported.",
  MANUAL: "Somebody made it.",
});
registerEnum("Role", Role, "A role at the desk, each with the rights of those before it.", {
  REPORTER: "Writes.",
  EDITOR: "Publishes.",
  DESK_HEAD: "Takes down.",
  ADMIN: "Manages users and keys.",
});
registerEnum("Severity", Severity, "How much a finding weighs.", {
  ERROR: "It stops a publication.",
  WARNING: "It stops a publication until somebody accepts it with a reason.",
  NOTE: "It stops nothing.",
});
registerEnum(
  "PreflightCode",
  PreflightCode,
  "The name of a check an article passes before it is published. Names are added, never renamed.",
  Object.fromEntries(Object.entries(preflightChecks).map(([code, { finds }]) => [code, finds])) as never,
);
registerEnum("ActorKind", ActorKind, "Who acts.", {
  USER: "A user of the desk.",
  SYSTEM: "Dateline itself.",
});
registerEnum("Door", Door, "The door an act came through.", {
  CLI: "The desk command.",
  GRAPHQL: "The desk API.",
  JOB: "Work in the background.",
  SETUP: "Setting up.",
});
