import { z } from "zod";
import { ArticleKind, BylineRole, LinkKind, PlacementRole, RevisionKind } from "../../database/generated/enums.ts";
import { PreflightCode, preflightChecks } from "../../domain/preflight/index.ts";
import { isLanguageTag, isWebUrl } from "../../domain/text/index.ts";
import { lineInput, proseInput, slugInput, versionInput } from "../input.ts";

/** Which revision of an article: its number or id. */
export const whichRevision = z.union([z.int().min(1), z.uuid()]);

/** Somebody named in the byline; position is the order given. */
export const bylineInput = z.strictObject({
  name: lineInput(200),
  role: z.enum(BylineRole).default("author"),
  contributorId: z.uuid().nullish(),
});

/** A medium a revision shows. */
export const placementInput = z.strictObject({
  mediaId: z.uuid(),
  role: z.enum(PlacementRole),
  captionOverride: proseInput(1000).nullish(),
  altOverride: proseInput(1000).nullish(),
});

/** Where a link leads: an article, an address outside, or (a teaser) nowhere known yet. */
const linkTarget = z.union([
  z.strictObject({ articleId: z.uuid() }),
  z.strictObject({ url: z.string().refine(isWebUrl, "must be an http or https address") }),
]);

/** A related link as an editor gives it. */
export const linkInput = z.strictObject({
  target: linkTarget.nullish(),
  kind: z.enum(LinkKind).default("RELATED"),
  headline: lineInput(250).nullish(),
  summary: proseInput(1000).nullish(),
  heading: lineInput(120).nullish(),
  reciprocal: z.boolean().default(false),
});

/** The words of a revision. `null` empties a field; a field left out stays as it is. */
export const wordsInput = {
  headline: lineInput(250),
  shortHeadline: lineInput(120).nullish(),
  kicker: lineInput(80).nullish(),
  standfirst: proseInput(1000).nullish(),
  blocks: z.unknown(),
  /** The body as plain paragraphs, in place of blocks; blocks whose words stand in it stay what they are. */
  bodyText: z.string().max(1_000_000),
  datelinePlace: lineInput(120).nullish(),
  datelineRaw: lineInput(200).nullish(),
  language: z.string().refine(isLanguageTag, "must be a language tag such as en or de-AT"),
  seoTitle: lineInput(250).nullish(),
  seoDescription: proseInput(1000).nullish(),
  note: proseInput(1000).nullish(),
  bylines: z.array(bylineInput).max(50),
  topics: z.array(z.uuid()).max(50),
} as const;

/** Facts of the article itself, true whatever its text says. */
const factsInput = {
  kind: z.enum(ArticleKind),
  secondarySections: z.array(z.uuid()).max(20),
} as const;

/** What a new article may be born with; later each has an act of its own. */
const clockInput = {
  embargoUntil: z.date().nullish(),
  embargoHold: z.boolean(),
  embargoNote: proseInput(500).nullish(),
  expiresAt: z.date().nullish(),
} as const;

/** Names of an act's target: which article, and the version its author last saw. */
export const editInput = { id: z.uuid(), expectedVersion: versionInput } as const;

/** A warning of the preflight somebody accepts, and why. */
const acceptedWarning = z.strictObject({
  code: z.enum(PreflightCode).superRefine((code, context) => {
    const { severity } = preflightChecks[code];
    if (severity === "WARNING") return;
    context.addIssue({ code: "custom", message: `is no warning but ${severity === "ERROR" ? "an error" : "a note"}` });
  }),
  reason: proseInput(500),
});

/** The warnings of the preflight that an act accepts; those that do not arise do not matter. */
export const acceptInput = { acceptedWarnings: z.array(acceptedWarning).max(50).default([]) } as const;

/** A new article: everything but headline and section may wait. */
export const createInput = z.strictObject({
  ...z.object(wordsInput).partial().required({ headline: true }).shape,
  ...z.object(factsInput).partial().shape,
  ...z.object(clockInput).partial().shape,
  sectionId: z.uuid(),
  slug: slugInput.optional(),
  media: z.array(placementInput).max(200).optional(),
  links: z.array(linkInput).max(200).optional(),
  revisionKind: z.enum(RevisionKind).optional(),
});

/** Whether an edit made on an older version may be merged with what came since. */
export const mergeInput = { merge: z.boolean().default(false) } as const;

/** New words for an article. */
export const reviseInput = z.strictObject({
  ...editInput,
  ...mergeInput,
  changes: z.strictObject(z.object(wordsInput).partial().shape),
  revisionKind: z.enum(RevisionKind).optional(),
});

/** Facts to change; readers see them at once. */
export const placeInput = z.strictObject({
  ...editInput,
  ...z.object(factsInput).partial().shape,
  sectionId: z.uuid().optional(),
});
