import { registerEnumType } from "type-graphql";
import * as kinds from "../../delivery/index.ts";
import { markKinds } from "../../domain/blocks/index.ts";
import { CreditRole } from "../../domain/credit/index.ts";

/** What each value of an enum means, by its name in GraphQL. */
type Meanings<Name extends string> = Readonly<Record<Name, string>>;

function register<Name extends string>(
  name: string,
  values: Readonly<Record<Name, string>>,
  description: string,
  meanings: Meanings<Name>,
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

const [strong, em, sub, sup, code] = markKinds;

/** What a stretch of text is, spelled as GraphQL spells enum values. */
export const SpanKindEnum = { STRONG: strong, EM: em, SUB: sub, SUP: sup, CODE: code, LINK: "link" } as const;

/** The way a text runs. */
export const DirectionEnum = { LTR: "ltr", RTL: "rtl" } as const;

register("ArticleKind", kinds.ArticleKind, "What kind of article it is.", {
  NEWS: "A report.",
  OPINION: "Somebody's view.",
  ANALYSIS: "What is behind the news.",
  LIVE: "Told as it happens.",
  GALLERY: "Told in pictures.",
  VIDEO: "Told in a film.",
});
register("BylineRole", BylineRoleEnum, "What somebody named in a byline did.", {
  AUTHOR: "Wrote it.",
  CONTRIBUTOR: "Helped to write it.",
  EDITOR: "Edited it.",
  TRANSLATOR: "Translated it.",
  PHOTOGRAPHER: "Took the pictures.",
  ADDITIONAL: "Did additional reporting; named at the foot.",
});
register("ContributorKind", kinds.ContributorKind, "Who signs.", {
  PERSON: "A person.",
  ORGANISATION: "An agency, a desk or a paper.",
});
register("CorrectionKind", kinds.CorrectionKind, "What a public note is.", {
  CORRECTION: "A fact was wrong.",
  CLARIFICATION: "Something was unclear.",
  UPDATE: "Something is new.",
  EDITORS_NOTE: "A word from the editors.",
  RETRACTION: "It no longer stands.",
});
register("CreditRole", CreditRoleEnum, "What a part of a credit line stands for.", {
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
register("Direction", DirectionEnum, "The way a text runs, as in the HTML attribute dir.", {
  LTR: "From left to right.",
  RTL: "From right to left.",
});
register("LinkKind", kinds.LinkKind, "What a related link is for.", {
  RELATED: "More on the matter.",
  BACKGROUND: "What went before.",
  TIMELINE: "The course of events.",
  EXPLAINER: "What it means.",
  SOURCE: "Where it comes from.",
});
register("MediaKind", kinds.MediaKind, "What a medium is.", {
  IMAGE: "A picture.",
  VIDEO: "A film.",
  AUDIO: "A recording.",
  DOCUMENT: "A document.",
});
register("SpanKind", SpanKindEnum, "What a stretch of text is.", {
  STRONG: "Strong.",
  EM: "Emphasised.",
  SUB: "Lowered.",
  SUP: "Raised.",
  CODE: "Code.",
  LINK: "A link; it has an address.",
});
register("TopicType", kinds.TopicType, "What a topic is.", {
  KEYWORD: "A subject.",
  PERSON: "A person.",
  PLACE: "A place.",
  ORGANISATION: "An organisation.",
  EVENT: "An event.",
  SERIES: "A series of articles.",
  BLOG: "A blog.",
});
