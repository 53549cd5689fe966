import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { listPreviews } from "../../../src/newsroom/preview/index.ts";
import { listOf } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { previewView } from "../../views/preview.ts";

/** `desk preview list [ARTICLE]` */
export const verb: Verb = {
  words: [["[article]", "only those of this article"]],
  options: [{ flags: "--all", help: "also those that have ended" }],
  examples: ["desk preview list", "desk preview list harbour-bridge-reopens --all --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const [name] = call.words;
      const articleId = name === undefined ? undefined : (await findArticle(desk, name)).id;
      const wanted = { ended: call.flag("all"), ...(articleId !== undefined && { articleId }) };
      const previews = await listPreviews(desk, wanted);
      return listOf(previewView, previews, previews.length > 0 ? [] : ["No previews: desk preview create ARTICLE"]);
    }),
};
