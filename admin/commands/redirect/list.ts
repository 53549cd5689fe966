import { listRedirects } from "../../../src/newsroom/redirects/index.ts";
import { listOf } from "../../print/index.ts";
import { pageNotes, pageOptions } from "../../read/page.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { redirectView } from "../../views/redirect.ts";

/** `desk redirect list` */
export const verb: Verb = {
  options: [{ flags: "--q <text>", help: "only those with this in their old path" }, ...pageOptions],
  examples: ["desk redirect list", "desk redirect list --q harbour --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const page = { q: call.text("q"), first: call.whole("limit"), after: call.text("after") };
      const { redirects, hasMore } = await listRedirects(desk, page);
      return listOf(redirectView, redirects, pageNotes("redirects", redirects, hasMore));
    }),
};
