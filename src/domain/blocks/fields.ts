import { z } from "zod";
import { fitsOneLine, isWebUrl, textFault } from "../text/index.ts";
import { checkSpans } from "./spans.ts";
import { markKinds, type InlineText } from "./types.ts";

const longestText = 20_000;
const longestLine = 300;

/** A block's own id: short, and fit for a fence, an anchor and a URL fragment. */
export const shortId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "Must be 1–64 letters, digits, '_' or '-'.");

/** The id of a record of ours, in lower case. */
export const recordId = z
  .string()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "Must be an id (a UUID in lower case).");

/** Clean text of at most 20,000 UTF-16 units; it may be empty. */
export const freeText = z
  .string()
  .max(longestText)
  .superRefine((text, context) => {
    const message = textFault(text);
    if (message !== null) context.addIssue({ code: "custom", message });
  });

/** Clean text that says something. */
export const someText = freeText.refine((text) => text.trim() !== "", "Must not be blank.");

/** A title or a name: one line of at most 300 characters. */
export const line = z
  .string()
  .refine((text) => fitsOneLine(text, longestLine), "Must be one line of clean text, 1–300 characters.");

/** An address readers may be sent to. */
export const webUrl = z.string().refine(isWebUrl, "Must be an http or https address.");

const offset = z.int();
const span = z.discriminatedUnion("kind", [
  z.strictObject({ start: offset, end: offset, kind: z.enum(markKinds) }),
  z.strictObject({ start: offset, end: offset, kind: z.literal("link"), href: z.string() }),
]);
const spans = z.array(span).max(1_000).default([]);

/** The two fields of inline text that says something; checked together by `withSoundSpans`. */
export const inlineFields = { text: someText, spans };

/** Adds to an object with inline text the check that its spans lie well, each fault at its own path. */
export function withSoundSpans<Schema extends z.ZodType<InlineText>>(schema: Schema): Schema {
  return schema.superRefine((inline, context) => {
    for (const { path, message } of checkSpans(inline).faults)
      context.addIssue({ code: "custom", path: [...path], message });
  });
}

/** Inline text that says something, as in a list. */
export const inlineText = withSoundSpans(z.strictObject(inlineFields));

/** Inline text that may be empty, as in a table. */
export const cellText = withSoundSpans(z.strictObject({ text: freeText, spans }));
