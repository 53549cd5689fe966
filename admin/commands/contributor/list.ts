import { listContributors } from "../../../src/newsroom/contributors/index.ts";
import { listOf } from "../../print/index.ts";
import { pageNotes, pageOptions } from "../../read/page.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { contributorView } from "../../views/people.ts";

/** `desk contributor list` */
export const verb: Verb = {
  options: [{ flags: "--q <words>", help: "only those with this in their name" }, ...pageOptions],
  examples: ["desk contributor list", "desk contributor list --q quill --format ids"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const page = { q: call.text("q"), first: call.whole("limit"), after: call.text("after") };
      const { contributors, hasMore } = await listContributors(desk, page);
      return listOf(contributorView, contributors, pageNotes("contributors", contributors, hasMore));
    }),
};
