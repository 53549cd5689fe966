import { z } from "zod";
import {
  cellText,
  freeText,
  inlineFields,
  inlineText,
  line,
  recordId,
  shortId,
  someText,
  webUrl,
  withSoundSpans,
} from "./fields.ts";
import { noteKinds } from "./types.ts";

function ofType<Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, fields: Shape) {
  return z.strictObject({ id: shortId, type: z.literal(type), ...fields });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return !/\p{Surrogate}/u.test(text);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const paragraph = withSoundSpans(ofType("paragraph", inlineFields));

const heading = withSoundSpans(ofType("heading", { ...inlineFields, text: line, level: z.literal([2, 3, 4]) }));

const list = ofType("list", { ordered: z.boolean(), items: z.array(inlineText).min(1).max(1_000) });

const quote = withSoundSpans(ofType("quote", { ...inlineFields, attribution: line.exactOptional() }));

const image = ofType("image", {
  mediaId: recordId.exactOptional(),
  placement: z.int().min(0).exactOptional(),
  alt: freeText.exactOptional(),
  caption: freeText.exactOptional(),
}).refine(
  ({ mediaId, placement }) => (mediaId === undefined) !== (placement === undefined),
  "Must name exactly one of mediaId and placement.",
);

const gallery = ofType("gallery", {
  mediaIds: z.array(recordId).min(1).max(200),
  caption: freeText.exactOptional(),
});

const embed = ofType("embed", { provider: line, url: webUrl, fallbackText: someText });

const divider = ofType("divider", {});

const table = ofType("table", {
  header: z.array(cellText).max(50),
  rows: z.array(z.array(cellText).min(1).max(50)).max(1_000),
  caption: freeText.exactOptional(),
}).superRefine(({ header, rows }, context) => {
  const width = header.length || rows[0]?.length;
  if (width === undefined) context.addIssue({ code: "custom", message: "Must have a header or a row." });
  rows.forEach((row, index) => {
    if (row.length === width) return;
    context.addIssue({ code: "custom", path: ["rows", index], message: `Must have ${String(width)} cells.` });
  });
});

const factBox = ofType("factBox", {
  title: line,
  blocks: z
    .array(z.discriminatedUnion("type", [paragraph, heading, list]))
    .min(1)
    .max(200),
});

const relatedItem = z.union([z.strictObject({ linkKey: recordId }), z.strictObject({ articleId: recordId })], {
  error: "Must be { linkKey } or { articleId }, a UUID in lower case.",
});

const relatedBox = ofType("relatedBox", { title: line, items: z.array(relatedItem).min(1).max(50) });

const correctionNote = withSoundSpans(
  ofType("correctionNote", { ...inlineFields, date: z.iso.date(), kind: z.enum(noteKinds) }),
);

const unknown = ofType("unknown", {
  typeName: line,
  original: z.string().refine(isJson, "Must be JSON text."),
  fallbackText: freeText,
});

/** One block as it may be stored. */
export const blockSchema = z.discriminatedUnion("type", [
  paragraph,
  heading,
  list,
  quote,
  image,
  gallery,
  embed,
  divider,
  table,
  factBox,
  relatedBox,
  correctionNote,
  unknown,
]);
