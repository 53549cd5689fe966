import { addRedirect } from "../../../src/newsroom/redirects/index.ts";
import { changed } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { redirectView } from "../../views/redirect.ts";

/** `desk redirect add FROM TO` */
export const verb: Verb = {
  words: [
    ["<from>", "the old path, such as /old/harbour"],
    ["<to>", "the path of this site it is to lead to; a section or article there is followed when it moves"],
  ],
  options: [{ flags: "--prefix", help: "carries everything below the old path along" }],
  examples: ["desk redirect add /harbour-live /world/harbour", "desk redirect add /archive /world --prefix --dry-run"],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ write }) => {
      const asked = { from: call.word(0), to: call.word(1), prefix: call.flag("prefix") };
      const made = await write((open) => addRedirect(open, asked));
      return changed(redirectView, null, made, ["Readers are led there at once."]);
    }),
};
