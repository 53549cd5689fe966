import {
  findArticle,
  listRevisions,
  type ArticleRow,
  type RevisionLine,
} from "../../../src/newsroom/articles/index.ts";
import { listOf, type View } from "../../print/index.ts";
import { articleWord } from "../../read/article.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";

const historyView = (article: ArticleRow): View<RevisionLine> => [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "n", of: ({ number }) => number },
  { name: "readers", of: ({ id }) => roleOf(article, id) },
  { name: "kind", of: ({ kind }) => kind },
  { name: "date", of: ({ createdAt }) => createdAt },
  { name: "by", of: ({ author }) => author?.displayName ?? "Dateline", cut: "last" },
  { name: "headline", of: ({ headline }) => headline, cut: "first" },
  { name: "note", of: ({ note }) => note, cut: "first" },
];

function roleOf({ liveRevisionId, nextRevisionId }: ArticleRow, id: string): string {
  if (id === liveRevisionId) return "live";
  return id === nextRevisionId ? "next" : "";
}

/** `desk article history ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  examples: ["desk article history harbour-bridge-reopens", "desk article history 0198f2a4 --format csv"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const article = await findArticle(desk, call.word(0));
      return listOf(historyView(article), await listRevisions(desk, article.id));
    }),
};
