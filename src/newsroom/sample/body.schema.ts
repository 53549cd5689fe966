import { z } from "zod";
import { noteKinds } from "../../domain/blocks/index.ts";

const text = z.string();

/**
 * The body of a sample article: a plain string is a paragraph, an object any other block. Inside text **strong**, *em*
 * and [words](address) stand for spans; media are named by key, articles by slug.
 */
export const bodySchema = z
  .array(
    z.union([
      text,
      z.strictObject({ heading: text }),
      z.strictObject({ list: z.array(text), ordered: z.boolean().default(false) }),
      z.strictObject({ quote: text, by: text }),
      z.strictObject({ image: z.int().min(0) }),
      z.strictObject({ gallery: z.array(text), caption: text }),
      z.strictObject({ embed: text, provider: text, fallback: text }),
      z.strictObject({ divider: z.literal(true) }),
      z.strictObject({
        table: z.strictObject({
          header: z.array(text),
          rows: z.array(z.array(text)),
          caption: text.optional(),
        }),
      }),
      z.strictObject({
        facts: text,
        blocks: z.array(z.union([text, z.strictObject({ list: z.array(text), ordered: z.boolean().default(false) })])),
      }),
      z.strictObject({ related: z.array(text), title: text }),
      z.strictObject({ note: text, kind: z.enum(noteKinds), hoursAgo: z.number().min(0) }),
    ]),
  )
  .min(1);

/** One item of a body. */
export type BodyItem = z.output<typeof bodySchema>[number];
