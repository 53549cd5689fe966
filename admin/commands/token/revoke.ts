import { revokeToken } from "../../../src/newsroom/access/index.ts";
import { recordOf } from "../../print/index.ts";
import { confirm } from "../../run/ask.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { tokenView } from "../../views/people.ts";

/** `desk token revoke TOKEN` */
export const verb: Verb = {
  words: [["<token>", "its beginning as `desk token list` shows it, or its id"]],
  examples: ["desk token revoke dl_0a1b2c3d4e --yes", "desk token revoke dl_0a1b2c3d4e --dry-run"],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ write }) => {
      const name = call.word(0).replace(/_…$/, "");
      await confirm(call, "Revoke", name);
      const token = await write((desk) => revokeToken(desk, { token: name }));
      return { ...recordOf(tokenView, token), notes: ["The token opens nothing any more."] };
    }),
};
