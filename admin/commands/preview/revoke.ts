import { revokePreview } from "../../../src/newsroom/preview/index.ts";
import { recordOf } from "../../print/index.ts";
import { confirm } from "../../run/ask.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { previewView } from "../../views/preview.ts";

/** `desk preview revoke PREVIEW` */
export const verb: Verb = {
  words: [["<preview>", "its id, or the beginning of it (8 digits or more)"]],
  examples: ["desk preview revoke 019aa0c2-7d1e --yes", "desk preview revoke 019aa0c2-7d1e --dry-run"],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ write }) => {
      const preview = call.word(0);
      await confirm(call, "Revoke", preview);
      const ended = await write((desk) => revokePreview(desk, { preview }));
      return { ...recordOf(previewView, ended), notes: ["It opens nothing any more."] };
    }),
};
