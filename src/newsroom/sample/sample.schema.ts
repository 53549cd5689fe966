import { z } from "zod";
import {
  ArticleKind,
  BylineRole,
  ContributorKind,
  CorrectionKind,
  LinkKind,
  TopicType,
} from "../../database/generated/enums.ts";
import { PreflightCode } from "../../domain/preflight/index.ts";
import { bodySchema } from "./body.schema.ts";
import { paletteNames, sceneNames } from "./pictures/index.ts";

/** Times are hours before the loading, so that the paper always looks like today's. */
const hoursAgo = z.number().min(0);

/** prisma/sample/sections.json: parents before children. */
export const sectionsFile = z.array(
  z.strictObject({ slug: z.string(), name: z.string(), under: z.string().optional(), description: z.string() }),
);

/** prisma/sample/contributors.json */
export const contributorsFile = z.array(
  z.strictObject({
    slug: z.string(),
    name: z.string(),
    sortName: z.string().optional(),
    kind: z.enum(ContributorKind).optional(),
    bio: z.string(),
    email: z.string().optional(),
  }),
);

/** prisma/sample/topics.json */
export const topicsFile = z.array(
  z.strictObject({
    type: z.enum(TopicType),
    slug: z.string(),
    name: z.string(),
    description: z.string().optional(),
    schemeUri: z.string().optional(),
  }),
);

const painting = z.strictObject({
  scene: z.enum(sceneNames),
  palette: z.enum(paletteNames),
  seed: z.int(),
  format: z.enum(["png", "jpeg"]).default("jpeg"),
});

/** prisma/sample/media.json: without `paint` the picture waits for its file. */
export const mediaFile = z.array(
  z.strictObject({
    key: z.string(),
    paint: painting.optional(),
    credit: z.string(),
    alt: z.string(),
    caption: z.string(),
    source: z.enum(["dataDrivenMedia", "trainedAlgorithmicMedia"]).optional(),
  }),
);

const shown = z
  .union([
    z.string(),
    z.strictObject({ media: z.string(), caption: z.string().optional(), alt: z.string().optional() }),
  ])
  .transform((given) => (typeof given === "string" ? { media: given } : given));

const byline = z
  .union([
    z.string(),
    z.strictObject({
      contributor: z.string().optional(),
      name: z.string().optional(),
      role: z.enum(BylineRole).optional(),
    }),
  ])
  .transform((given) => (typeof given === "string" ? { contributor: given } : given));

const link = z.strictObject({
  /** Slug of an older article of the sample. */
  to: z.string().optional(),
  url: z.string().optional(),
  kind: z.enum(LinkKind).optional(),
  headline: z.string().optional(),
  summary: z.string().optional(),
  heading: z.string().optional(),
  reciprocal: z.boolean().optional(),
});

const correction = z.strictObject({ kind: z.enum(CorrectionKind), hoursAgo, text: z.string() });

/** What happens to an article after it was written; live when nothing is said. */
const fate = z.enum(["LIVE", "DRAFT", "SCHEDULED", "EMBARGO", "UNPUBLISHED"]).default("LIVE");

const article = z.strictObject({
  slug: z.string(),
  /** A slug it bore at first, which now redirects. */
  formerSlug: z.string().optional(),
  kind: z.enum(ArticleKind).optional(),
  fate,
  hoursAgo,
  /** Hours from the loading until a scheduled article comes out. */
  inHours: z.number().positive().optional(),
  /** Hours from the loading until the embargo ends. */
  embargoHours: z.number().positive().optional(),
  /** Why it was taken down. */
  reason: z.string().optional(),
  language: z.string().optional(),
  headline: z.string(),
  shortHeadline: z.string().optional(),
  kicker: z.string().optional(),
  standfirst: z.string().optional(),
  dateline: z.string().optional(),
  by: z.array(byline).min(1),
  topics: z.array(z.string()),
  /** Secondary sections, by path. */
  also: z.array(z.string()).default([]),
  lead: shown.optional(),
  inline: z.array(shown).default([]),
  gallery: z.array(shown).default([]),
  body: bodySchema,
  links: z.array(link).default([]),
  corrections: z.array(correction).default([]),
  /** Warnings of the preflight that its publication accepts, and why. */
  accept: z.array(z.strictObject({ code: z.enum(PreflightCode), reason: z.string() })).default([]),
  /** Later texts that were published. */
  updates: z.array(z.strictObject({ hoursAgo, headline: z.string() })).default([]),
  /** A later text that is not out. */
  afterwards: z.strictObject({ hoursAgo, headline: z.string(), note: z.string() }).optional(),
});

/** prisma/sample/articles/SECTION.json */
export const articlesFile = z.array(article);

/** An article of the sample, as written down. */
export type SampleArticle = z.output<typeof article>;
/** A medium of the sample, as written down. */
export type SampleMedium = z.output<typeof mediaFile>[number];
