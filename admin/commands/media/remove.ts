import { removeMedia, type RemoveMedia } from "../../../src/newsroom/articles/index.ts";
import { findMedia } from "../../../src/newsroom/media/index.ts";
import { changed } from "../../print/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { caps } from "../../read/caps.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk media remove MEDIA ARTICLE` */
export const verb: Verb = {
  words: [["<media>", "id, beginning of an id, file name or supplier's reference"], articleWord],
  options: [{ flags: "--role <role>", help: "only where it is lead, inline or gallery; everywhere if left out" }],
  examples: [
    "desk media remove 0198f2a4 harbour-bridge-reopens",
    "desk media remove 0198f2a4 harbour-bridge-reopens --role gallery --dry-run",
  ],
  writes: true,
  versioned: true,
  merges: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { id: mediaId } = await findMedia(desk, call.word(0));
      const { before, edit } = await articleSeen(desk, call, call.word(1));
      const role = caps(call.text("role")) as RemoveMedia["role"];
      const article = await write((open) => removeMedia(open, { ...edit, mediaId, role }));
      return changed(articleSheet(desk.now()), before, article, ["Taken off in a new revision."]);
    }),
};
