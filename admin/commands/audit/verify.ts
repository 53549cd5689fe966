import { verifyAudit } from "../../../src/newsroom/audit/index.ts";
import { recordOf } from "../../print/index.ts";
import { progressTo } from "../../print/progress.ts";
import { exits } from "../../run/exits.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { verdictView } from "../../views/audit.ts";

/** `desk audit verify` */
export const verb: Verb = {
  options: [{ flags: "--expect <head>", help: "a head kept from an earlier time, SEQ:HASH; the chain must hold it" }],
  examples: ["desk audit verify --json", "desk audit verify --expect $(cat kept-elsewhere)"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const progress = progressTo(process.stderr);
      const verdict = await verifyAudit(desk, { expect: call.text("expect"), onProgress: progress.show }).finally(
        progress.end,
      );
      const broken = verdict.fault !== null;
      const said = broken
        ? "The audit was tampered with, or the database is damaged: keep it as it is, and compare with a backup."
        : "The chain holds. Keep the head elsewhere: only with it can a cut or rewritten chain be found.";
      return { ...recordOf(verdictView, verdict), notes: [said], ...(broken && { exit: exits.wrong }) };
    }),
};
