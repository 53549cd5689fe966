import { listTokens } from "../../../src/newsroom/access/index.ts";
import { listOf } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { tokenView } from "../../views/people.ts";

/** `desk token list` */
export const verb: Verb = {
  examples: ["desk token list", "desk token list --as mara@news.example --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const tokens = await listTokens(desk);
      return listOf(tokenView, tokens, tokens.length > 0 ? [] : ["No tokens: desk token create NAME --user EMAIL"]);
    }),
};
