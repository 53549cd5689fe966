import { setTimeout as pause } from "node:timers/promises";
import { listChanges } from "../../../src/newsroom/changes/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { listOf, printAnswer } from "../../print/index.ts";
import { pageNotes, pageOptions } from "../../read/page.ts";
import type { Call } from "../../run/call.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { changeView } from "../../views/change.ts";

const LOOK_EVERY = 1_000;
const A_PAGE = 100;

/** `desk change list [--after ID] [--follow]` */
export const verb: Verb = {
  options: [
    ...pageOptions,
    { flags: "--follow", help: "go on as changes come due, one JSON object a line, until Ctrl-C" },
  ],
  examples: ["desk change list --after 1204 --json", "desk change list --after 1204 --follow | ./to-our-app"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      if (call.flag("follow")) return follow(desk, call);
      const { changes, hasMore } = await listChanges(desk, { first: call.whole("limit"), after: call.text("after") });
      const last = changes.map(({ number }) => ({ id: String(number) }));
      return listOf(changeView, changes, pageNotes("changes", last, hasMore));
    }),
};

// Whoever is cut off goes on behind the last number they took: nothing is kept about them here.
async function follow(desk: Desk, call: Call): Promise<never> {
  const wishes = { flag: () => false, text: (name: string) => (name === "format" ? "ndjson" : call.text(name)) };
  for (let after = call.text("after"); ;) {
    const { changes, hasMore } = await listChanges(desk, { first: A_PAGE, after });
    await printAnswer(listOf(changeView, changes), wishes);
    after = changes.at(-1)?.number.toString() ?? after;
    if (!hasMore) await pause(LOOK_EVERY);
  }
}
