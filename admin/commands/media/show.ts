import { findMedia } from "../../../src/newsroom/media/index.ts";
import { recordOf } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { mediaSheet } from "../../views/media.ts";

/** `desk media show MEDIA` */
export const verb: Verb = {
  words: [["<media>", "id, beginning of an id, file name or supplier's reference"]],
  examples: ["desk media show 0198f2a4", "desk media show 0198f2a4 --json --fields credit,parts"],
  run: (call) => atDesk(call, async ({ desk }) => recordOf(mediaSheet, await findMedia(desk, call.word(0)))),
};
