import { removeRedirect } from "../../../src/newsroom/redirects/index.ts";
import { recordOf } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { redirectView } from "../../views/redirect.ts";

/** `desk redirect remove PATH` */
export const verb: Verb = {
  words: [["<redirect>", "its old path, or its id"]],
  examples: ["desk redirect remove /harbour-live", "desk redirect remove /archive --dry-run"],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ write }) => {
      const row = await write((open) => removeRedirect(open, { redirect: call.word(0) }));
      return { ...recordOf(redirectView, row), notes: ["Removed; put it back with: desk redirect add FROM TO"] };
    }),
};
