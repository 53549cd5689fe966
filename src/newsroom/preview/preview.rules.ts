import { z } from "zod";
import { lineInput, nameInput } from "../input.ts";

/** How long a preview lasts unless somebody says otherwise, and at most, in minutes. */
const lasting = { usual: 24 * 60, most: 30 * 24 * 60 } as const;

/** A new preview: of which article, for how many minutes, and a note saying whom it is for. */
export const createPreviewInput = z.strictObject({
  articleId: z.uuid(),
  minutes: z.int().min(1).max(lasting.most, "must be at most 30 days").default(lasting.usual),
  note: lineInput(200).optional(),
});
/** What `createPreview` wants. */
export type CreatePreview = z.input<typeof createPreviewInput>;

/** Which previews to list: of one article or of all, and whether those that open nothing any more as well. */
export const listPreviewsInput = z.strictObject({
  articleId: z.uuid().optional(),
  ended: z.boolean().default(false),
});
/** What `listPreviews` wants. */
export type ListPreviews = z.input<typeof listPreviewsInput>;

/** Which preview to end: its id or the beginning of it. */
export const revokePreviewInput = z.strictObject({ preview: nameInput });
/** What `revokePreview` wants. */
export type RevokePreview = z.input<typeof revokePreviewInput>;
