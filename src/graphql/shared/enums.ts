import { registerEnumType } from "type-graphql";
import * as kinds from "../../delivery/index.ts";
import { CreditRole } from "../../domain/credit/index.ts";

/** Registers an enum: its name, its values, what it is and what each value means. */
export function registerEnum<Name extends string>(
  name: string,
  values: Readonly<Record<Name, string>>,
  description: string,
  meanings: Readonly<Record<Name, string>>,
): void {
  const notes = Object.entries<string>(meanings).map(([value, meaning]) => [value, { description: meaning }]);
  registerEnumType(values, { name, description, valuesConfig: Object.fromEntries(notes) as object });
}

const { author, contributor, editor, translator, photographer, additional } = kinds.BylineRole;

/** Roles in a byline, spelled as GraphQL spells enum values. */
export const BylineRoleEnum = {
  AUTHOR: author,
  CONTRIBUTOR: contributor,
  EDITOR: editor,
  TRANSLATOR: translator,
  PHOTOGRAPHER: photographer,
  ADDITIONAL: additional,
} as const;

/** Roles in a credit line, spelled as GraphQL spells enum values. */
export const CreditRoleEnum = {
  PHOTOGRAPHER: CreditRole.photographer,
  AGENCY: CreditRole.agency,
  DISTRIBUTOR: CreditRole.distributor,
  POOL: CreditRole.pool,
  HANDOUT: CreditRole.handout,
  ORGANIZATION: CreditRole.organization,
  COURTESY: CreditRole.courtesy,
  CLIENT: CreditRole.client,
  FILE: CreditRole.file,
  SCREENGRAB: CreditRole.screengrab,
  PLATFORM: CreditRole.platform,
  ACCOUNT: CreditRole.account,
  LICENCE: CreditRole.licence,
  COPYRIGHT_YEAR: CreditRole.copyrightYear,
  REFERENCE: CreditRole.reference,
} as const;

registerEnum("ArticleKind", kinds.ArticleKind, "What kind of article it is.", {
  NEWS: "A report.",
  OPINION: "Somebody's view.",
  ANALYSIS: "What is behind the news.",
  LIVE: "Told as it happens.",
  GALLERY: "Told in pictures.",
  VIDEO: "Told in a film.",
});
registerEnum("BylineRole", BylineRoleEnum, "What somebody named in a byline did.", {
  AUTHOR: "Wrote it.",
  CONTRIBUTOR: "Helped to write it.",
  EDITOR: "Edited it.",
  TRANSLATOR: "Translated it.",
  PHOTOGRAPHER: "Took the pictures.",
  ADDITIONAL: "Did additional reporting; named at the foot.",
});
registerEnum("ContributorKind", kinds.ContributorKind, "What somebody named in a byline is.", {
  PERSON: "A person.",
  ORGANISATION: "An agency, a desk or a paper.",
});
registerEnum("CorrectionKind", kinds.CorrectionKind, "What a public note is.", {
  CORRECTION: "A fact was wrong.",
  CLARIFICATION: "Something was unclear.",
  UPDATE: "Something is new.",
  EDITORS_NOTE: "A word from the editors.",
  RETRACTION: "It no longer stands.",
});
registerEnum("CreditRole", CreditRoleEnum, "What a part of a credit line stands for.", {
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
});
registerEnum("LinkKind", kinds.LinkKind, "What a related link is for.", {
  RELATED: "More on the matter.",
  BACKGROUND: "What went before.",
  TIMELINE: "The course of events.",
  EXPLAINER: "What it means.",
  SOURCE: "Where it comes from.",
});
registerEnum("MediaKind", kinds.MediaKind, "What a medium is.", {
  IMAGE: "A picture.",
  VIDEO: "A film.",
  AUDIO: "A recording.",
  DOCUMENT: "A document.",
});
registerEnum("TopicType", kinds.TopicType, "What a topic is.", {
  KEYWORD: "A subject.",
  PERSON: "A person.",
  PLACE: "A place.",
  ORGANISATION: "An organisation.",
  EVENT: "An event.",
  SERIES: "A series of articles.",
  BLOG: "A blog.",
});
