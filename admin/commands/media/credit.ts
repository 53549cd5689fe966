import { creditMedia, findMedia } from "../../../src/newsroom/media/index.ts";
import { changed } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { mediaSheet } from "../../views/media.ts";

/** `desk media credit MEDIA LINE` */
export const verb: Verb = {
  words: [
    ["<media>", "id, beginning of an id, file name or supplier's reference"],
    ["<line>", "the credit line, kept as it is"],
  ],
  examples: [
    "desk media credit 0198f2a4 'Ada Lens / POOL / AFP'",
    "desk media credit 0198f2a4 'Ada Lens / AFP via Getty Images' --dry-run",
  ],
  writes: true,
  versioned: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const before = await findMedia(desk, call.word(0));
      const change = {
        media: before.id,
        line: call.word(1),
        expectedVersion: call.whole("ifVersion") ?? before.version,
      };
      const medium = await write((open) => creditMedia(open, change));
      return changed(mediaSheet, before, medium, ["Credited."]);
    }),
};
