import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { listRevisions, type RevisionLine } from "../../../src/newsroom/revisions/index.ts";
import { listOf, type View } from "../../print/index.ts";
import { articleWord } from "../../read/article.ts";
import { pageNotes, pageOptions } from "../../read/page.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";

const historyView: View<RevisionLine> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "n", of: ({ revision }) => revision.number },
  { name: "marks", of: ({ marks }) => marks, show: ({ marks }) => marks.join(" ").toLowerCase() },
  { name: "kind", of: ({ revision }) => revision.kind, show: ({ revision }) => revision.kind.toLowerCase() },
  { name: "date", of: ({ revision }) => revision.createdAt },
  { name: "by", of: ({ revision }) => revision.author?.displayName ?? "Dateline", cut: "last" },
  { name: "changed", of: ({ changed }) => changed, cut: "next" },
  { name: "note", of: ({ revision }) => revision.note, cut: "first" },
  { name: "headline", of: ({ revision }) => revision.headline, quiet: true },
];

/** `desk article history ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  options: pageOptions,
  examples: ["desk article history harbour-bridge-reopens", "desk article history 0198f2a4 --format csv"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const article = await findArticle(desk, call.word(0));
      const page = { first: call.whole("limit"), after: call.text("after") };
      const { lines, hasMore } = await listRevisions(desk, article, page);
      return listOf(historyView, lines, pageNotes("revisions", lines, hasMore));
    }),
};
