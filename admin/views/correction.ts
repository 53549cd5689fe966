import { stateOf, type CorrectionRow } from "../../src/newsroom/articles/index.ts";
import type { View } from "../print/index.ts";

/** How a correction is printed in a list. */
export const correctionView = (at: Date): View<CorrectionRow> => [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "date", of: ({ publishedAt }) => publishedAt },
  { name: "kind", of: ({ kind }) => kind },
  { name: "article", of: ({ article }) => article.slug, cut: "last" },
  { name: "state", of: ({ article }) => stateOf(article, at), quiet: true },
  { name: "text", of: ({ text }) => text, cut: "first" },
  { name: "by", of: ({ author }) => author?.displayName ?? "Dateline", cut: "last" },
  { name: "internalReason", of: ({ internalReason }) => internalReason, quiet: true },
];
