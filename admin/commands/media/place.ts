import { findMedia } from "../../../src/newsroom/media/index.ts";
import { changed } from "../../print/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { place, placementOptions } from "../../read/placement.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk media place MEDIA ARTICLE` */
export const verb: Verb = {
  words: [["<media>", "id, beginning of an id, file name or supplier's reference"], articleWord],
  options: [
    ...placementOptions,
    { flags: "--only-caption <text>", help: "a caption for this article only" },
    { flags: "--only-alt <text>", help: "alternative text for this article only" },
  ],
  examples: [
    "desk media place 0198f2a4 harbour-bridge-reopens",
    "desk media place 0198f2a4 harbour-bridge-reopens --role gallery --at 1",
  ],
  writes: true,
  versioned: true,
  merges: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const medium = await findMedia(desk, call.word(0));
      const target = await articleSeen(desk, call, call.word(1));
      const article = await write((open) => place(open, call, target, medium.id));
      return changed(articleSheet(desk.now()), target.before, article, ["Placed it in a new revision."]);
    }),
};
