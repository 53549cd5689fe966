import { registerEnumType } from "type-graphql";
import * as stored from "../../../newsroom/vocabulary.ts";
import { WorkflowState } from "../../../domain/lifecycle/index.ts";
import { Role } from "../../../newsroom/access/index.ts";

const valuesOf = (notes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(notes).map(([value, description]) => [value, { description }]));

/** The desk's enums: name, values, what the enum is, what each value means. */
const enums = [
  [
    "ArticleKind",
    stored.ArticleKind,
    "What kind of article it is.",
    {
      NEWS: "A report.",
      OPINION: "Somebody's view.",
      ANALYSIS: "What is behind the news.",
      LIVE: "Told as it happens.",
      GALLERY: "Told in pictures.",
      VIDEO: "Told in a film.",
    },
  ],
  [
    "WorkflowState",
    WorkflowState,
    "Where an article stands.",
    {
      DRAFT: "Being written.",
      IN_REVIEW: "Waiting for an editor.",
      APPROVED: "Ready to be published.",
      SCHEDULED: "Readers will have it at its time.",
      PUBLISHED: "Readers have it.",
      HELD: "Taken aside while something is checked.",
      UNPUBLISHED: "Taken from the readers.",
      KILLED: "Withdrawn for ever.",
      SPIKED: "In the bin.",
    },
  ],
  [
    "RevisionKind",
    stored.RevisionKind,
    "How a revision came about.",
    {
      SAVE: "Somebody saved it.",
      AUTOSAVE: "The editor saved it by itself.",
      IMPORT: "It was imported.",
      CORRECTION: "It corrects what readers had.",
      RESTORE: "It brings back an older one.",
    },
  ],
  [
    "PlacementRole",
    stored.PlacementRole,
    "Where a medium stands on the page.",
    { LEAD: "At the head; one at most.", INLINE: "In the text.", GALLERY: "In the gallery." },
  ],
  [
    "LinkKind",
    stored.LinkKind,
    "What a related link is for.",
    {
      RELATED: "More on the matter.",
      BACKGROUND: "What went before.",
      TIMELINE: "The course of events.",
      EXPLAINER: "What it means.",
      SOURCE: "Where it comes from.",
    },
  ],
  [
    "CorrectionKind",
    stored.CorrectionKind,
    "What a public note is.",
    {
      CORRECTION: "A fact was wrong.",
      CLARIFICATION: "Something was unclear.",
      UPDATE: "Something is new.",
      EDITORS_NOTE: "A word from the editors.",
      RETRACTION: "It no longer stands.",
    },
  ],
  [
    "TopicType",
    stored.TopicType,
    "What a topic is.",
    {
      KEYWORD: "A subject.",
      PERSON: "A person.",
      PLACE: "A place.",
      ORGANISATION: "An organisation.",
      EVENT: "An event.",
      SERIES: "A series of articles.",
      BLOG: "A blog.",
    },
  ],
  ["ContributorKind", stored.ContributorKind, "Who signs.", { PERSON: "A person.", ORGANISATION: "An organisation." }],
  [
    "MediaKind",
    stored.MediaKind,
    "What a medium is.",
    { IMAGE: "A picture.", VIDEO: "A film.", AUDIO: "A recording.", DOCUMENT: "A document." },
  ],
  [
    "MediaState",
    stored.MediaState,
    "Whether a medium may be used.",
    { ACTIVE: "It may.", EXPIRED: "Its rights have run out.", KILLED: "It was withdrawn." },
  ],
  [
    "AddressState",
    stored.AddressState,
    "What the last check of an address found.",
    {
      UNCHECKED: "Not checked yet.",
      OK: "It answers.",
      MOVED: "It leads elsewhere.",
      DEAD: "It answers no more.",
      BLOCKED: "It does not let us look.",
    },
  ],
  [
    "Role",
    Role,
    "A role at the desk, each with the rights of those before it.",
    {
      REPORTER: "Writes.",
      EDITOR: "Publishes.",
      DESK_HEAD: "Takes down.",
      ADMIN: "Manages users and keys.",
    },
  ],
] as const;

for (const [name, values, description, notes] of enums) {
  registerEnumType(values as Record<string, string>, { name, description, valuesConfig: valuesOf(notes) });
}

// GraphQL spells enum values in upper case; inside they are spelled as the credit grammar and the database do.
const upper = <V extends string>(values: Readonly<Record<string, V>>): Record<string, V> =>
  Object.fromEntries(
    Object.values(values).map((value) => [value.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(), value]),
  );

/** Roles in a byline, spelled for GraphQL. */
export const BylineRoleEnum = upper(stored.BylineRole);
/** Roles in a credit line, spelled for GraphQL. */
export const CreditRoleEnum = upper(stored.CreditRole);

registerEnumType(BylineRoleEnum, {
  name: "BylineRole",
  description: "What somebody named in a byline did.",
  valuesConfig: valuesOf({
    AUTHOR: "Wrote it.",
    CONTRIBUTOR: "Helped to write it.",
    EDITOR: "Edited it.",
    TRANSLATOR: "Translated it.",
    PHOTOGRAPHER: "Took the pictures.",
    ADDITIONAL: "Did additional reporting, named at the foot.",
  }),
});
registerEnumType(CreditRoleEnum, {
  name: "CreditRole",
  description: "What a part of a credit line stands for.",
  valuesConfig: valuesOf({
    PHOTOGRAPHER: "Who took it.",
    AGENCY: "The agency that owns it.",
    DISTRIBUTOR: "Who passed it on.",
    POOL: "Shared by a rota.",
    HANDOUT: "Given out by a party.",
    ORGANIZATION: "A supplier that is no known agency.",
    COURTESY: "By whose courtesy.",
    CLIENT: "For whom it was made.",
    FILE: "From the archive.",
    SCREENGRAB: "Taken from a screen.",
    PLATFORM: "The network it comes from.",
    ACCOUNT: "The account it comes from.",
    LICENCE: "The licence it is under.",
    COPYRIGHT_YEAR: "The year beside the sign.",
    REFERENCE: "The supplier's number.",
  }),
});
