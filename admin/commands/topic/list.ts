import { listTopics, type ListTopics } from "../../../src/newsroom/topics/index.ts";
import { listOf } from "../../print/index.ts";
import { caps } from "../../read/caps.ts";
import { pageNotes, pageOptions } from "../../read/page.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { topicView } from "../../views/people.ts";

/** `desk topic list` */
export const verb: Verb = {
  options: [
    { flags: "--type <type>", help: "keyword, person, place, organisation, event, series or blog" },
    { flags: "--q <words>", help: "only those with this in their name" },
    ...pageOptions,
  ],
  examples: ["desk topic list --type blog", "desk topic list --q ferry --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const type = caps(call.text("type")) as ListTopics["type"];
      const page = { type, q: call.text("q"), first: call.whole("limit"), after: call.text("after") };
      const { topics, hasMore } = await listTopics(desk, page);
      return listOf(topicView, topics, pageNotes("topics", topics, hasMore));
    }),
};
