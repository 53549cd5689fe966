import { listCorrections, type ListCorrections } from "../../../src/newsroom/articles/index.ts";
import { listOf } from "../../print/index.ts";
import { caps } from "../../read/caps.ts";
import { pageNotes, pageOptions } from "../../read/page.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { correctionView } from "../../views/correction.ts";

/** `desk correction list` */
export const verb: Verb = {
  options: [
    { flags: "--kind <kind>", help: "correction, clarification, update, editors-note or retraction" },
    ...pageOptions,
  ],
  examples: ["desk correction list", "desk correction list --kind retraction --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const kind = caps(call.text("kind")) as ListCorrections["kind"];
      const page = await listCorrections(desk, { kind, first: call.whole("limit"), after: call.text("after") });
      const notes = pageNotes("correction", page.corrections, page.hasMore);
      return listOf(correctionView(desk.now()), page.corrections, notes);
    }),
};
