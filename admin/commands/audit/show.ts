import { findAudit } from "../../../src/newsroom/audit/index.ts";
import { recordOf } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { auditPage, auditView } from "../../views/audit.ts";

/** `desk audit show NUMBER` */
export const verb: Verb = {
  words: [["<number>", "its number, as `desk audit list` shows it"]],
  examples: ["desk audit show 1204", "desk audit show 1204 --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const row = await findAudit(desk, call.word(0));
      return recordOf(auditView, row, (look) => auditPage(row, look));
    }),
};
