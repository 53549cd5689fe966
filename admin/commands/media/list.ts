import { listMedia } from "../../../src/newsroom/media/index.ts";
import { listOf } from "../../print/index.ts";
import { pageNotes, pageOptions } from "../../read/page.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { mediaLine } from "../../views/media.ts";

/** `desk media list` */
export const verb: Verb = {
  options: [
    { flags: "--q <words>", help: "only those with this in credit line, caption or alternative text" },
    ...pageOptions,
  ],
  examples: ["desk media list --q AFP", "desk media list --fields id,credit,parts --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const page = { q: call.text("q"), first: call.whole("limit"), after: call.text("after") };
      const { media, hasMore } = await listMedia(desk, page);
      return listOf(mediaLine, media, pageNotes("media", media, hasMore));
    }),
};
