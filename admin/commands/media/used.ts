import { whereMediaUsed } from "../../../src/newsroom/links/index.ts";
import { findMedia } from "../../../src/newsroom/media/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { usesAnswer } from "../../views/used.ts";

/** `desk media used MEDIA` */
export const verb: Verb = {
  words: [["<media>", "id, beginning of an id, file name or supplier's reference"]],
  examples: ["desk media used 0198f2a4", "desk media used 0198f2a4 --json --fields name,how,seen"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const { id } = await findMedia(desk, call.word(0));
      return usesAnswer({ articles: await whereMediaUsed(desk, id), rails: [], redirects: [] }, "No article shows it.");
    }),
};
