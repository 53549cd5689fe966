import { z } from "zod";
import { MediaKind } from "../../database/generated/enums.ts";
import { lineInput, nameInput, proseInput, searchInput, versionInput } from "../input.ts";

/** Where a picture comes from, spelled as in the IPTC NewsCodes scheme "Digital Source Type". */
const DigitalSourceType = {
  digitalCapture: "digitalCapture",
  computationalCapture: "computationalCapture",
  screenCapture: "screenCapture",
  negativeFilm: "negativeFilm",
  positiveFilm: "positiveFilm",
  print: "print",
  humanEdits: "humanEdits",
  digitalCreation: "digitalCreation",
  virtualRecording: "virtualRecording",
  compositeCapture: "compositeCapture",
  composite: "composite",
  compositeSynthetic: "compositeSynthetic",
  dataDrivenMedia: "dataDrivenMedia",
  algorithmicallyEnhanced: "algorithmicallyEnhanced",
  algorithmicMedia: "algorithmicMedia",
  trainedAlgorithmicMedia: "trainedAlgorithmicMedia",
  compositeWithTrainedAlgorithmicMedia: "compositeWithTrainedAlgorithmicMedia",
} as const;

// A credit line is a document: it is kept as supplied or refused, never set straight.
const creditLineInput = z
  .string()
  .max(2000, "must have at most 2000 characters")
  .refine((line) => !line.includes("\0"), "must not contain the character NUL, which cannot be stored")
  .refine((line) => !/\p{Surrogate}/u.test(line), "must not contain half a surrogate pair, which cannot be stored");

const wordsOfMedia = {
  alt: proseInput(1000).nullish(),
  caption: proseInput(5000).nullish(),
  /** True for a picture that tells nothing: it needs no alternative text, and has none. */
  decorative: z.boolean().optional(),
};

/** A new medium: facts, credit and words, and the file if it is there already. */
export const addMediaInput = z
  .strictObject({
    ...wordsOfMedia,
    kind: z.enum(MediaKind).optional(),
    creditLine: creditLineInput.optional(),
    file: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "must be the bytes of a file").optional(),
    sourceName: lineInput(200).nullish(),
    copyrightNotice: proseInput(500).nullish(),
    usageTerms: proseInput(2000).nullish(),
    instructions: proseInput(2000).nullish(),
    supplierRef: lineInput(200).nullish(),
    rightsClass: lineInput(80).nullish(),
    rightsExpireAt: z.date().nullish(),
    digitalSourceType: z.enum(DigitalSourceType).nullish(),
    takenAt: z.date().nullish(),
  })
  .refine(({ alt, decorative }) => decorative !== true || (alt ?? null) === null, decorativeFault())
  .refine(({ file, kind = "IMAGE" }) => file === undefined || kind === "IMAGE", {
    path: ["file"],
    message: "only pictures have files so far",
  });
/** What `addMedia` wants. */
export type AddMedia = z.input<typeof addMediaInput>;

/** A medium's credit line, as supplied. */
export const creditMediaInput = z.strictObject({
  media: nameInput,
  line: creditLineInput,
  expectedVersion: versionInput.optional(),
});
/** What `creditMedia` wants. */
export type CreditMedia = z.input<typeof creditMediaInput>;

/** Words about a medium; a field left out stays, null empties it. */
export const describeMediaInput = z.strictObject({
  media: nameInput,
  ...wordsOfMedia,
  expectedVersion: versionInput.optional(),
});
/** What `describeMedia` wants. */
export type DescribeMedia = z.input<typeof describeMediaInput>;

/** Which media to list: those whose credit line, caption or alternative text holds `q`, the newest first. */
export const listMediaInput = z.strictObject({
  q: searchInput,
  first: z.int().min(1).max(100).default(50),
  after: z.uuid().optional(),
});
/** What `listMedia` wants. */
export type ListMedia = z.input<typeof listMediaInput>;

/** What is wrong with a decorative picture that has alternative text. */
export function decorativeFault() {
  return { path: ["alt"], message: "a decorative picture has no alternative text" };
}
