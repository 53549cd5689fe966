import type { PreviewRecord } from "../../src/newsroom/preview/index.ts";
import type { View } from "../print/index.ts";

/** How a preview is printed: never its token. */
export const previewView: View<PreviewRecord> = [
  { name: "id", of: ({ id }) => id },
  { name: "article", of: ({ article }) => article.slug, cut: "last" },
  { name: "note", of: ({ note }) => note, cut: "first" },
  { name: "by", of: ({ createdBy }) => createdBy?.email, cut: "next" },
  { name: "created", of: ({ createdAt }) => createdAt, quiet: true },
  { name: "expires", of: ({ expiresAt }) => expiresAt },
  { name: "lastUsed", of: ({ lastUsedAt }) => lastUsedAt },
  { name: "revoked", of: ({ revokedAt }) => revokedAt, quiet: true },
  { name: "articleId", of: ({ articleId }) => articleId, quiet: true },
];
